import type { Hotspot } from '../../server/hotspots/schema.ts'
import type { Basis } from '../../server/shared-schema.ts'
import { BASIS_WORDS } from '../words.ts'
import { numberWords } from './sentences.ts'

const BASES = Object.keys(BASIS_WORDS) as Basis[]

/** The reports by how the place came to be known: found and suspected always, the others where there are any. */
export const BasisCounts = ({ hotspot }: { hotspot: Pick<Hotspot, Basis | 'reports'> }) => (
  <table class="app-basis">
    <caption class="govuk-visually-hidden">Reports by how the place came to be known</caption>
    <tbody>
      {BASES.filter((basis) => basis === 'found' || basis === 'suspected' || hotspot[basis] > 0).map((basis) => (
        <tr key={basis}>
          <th scope="row">{BASIS_WORDS[basis]}</th>
          <td class="app-basis__count">{numberWords(hotspot[basis])}</td>
          <td class="app-basis__track" aria-hidden="true">
            <span
              class={`app-basis__bar${basis === 'found' ? '' : ' app-basis__bar--weaker'}`}
              style={{ width: `${(hotspot[basis] / Math.max(1, hotspot.reports)) * 100}%` }}
            />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

import type { Basis } from '../../server/shared-schema.ts'
import { goTo } from '../state/router.ts'
import { BASIS_WORDS } from '../words.ts'
import { withParameters } from './filters.ts'
import { Popover } from './popover.tsx'

const ALL = Object.keys(BASIS_WORDS) as Basis[]
const CHOICES: { label: string; bases: Basis[] }[] = [
  { label: 'Every kind of report', bases: ALL },
  { label: 'Found there only', bases: ['found'] },
  { label: 'Found, or thought to be there', bases: ['found', 'suspected'] },
]

const isSame = (a: readonly Basis[], b: readonly Basis[]) =>
  a.length === b.length && a.every((basis) => b.includes(basis))

const chosenBases = (address: URL): Basis[] => {
  const asked = address.searchParams.get('basis')?.split(',') ?? ALL
  return ALL.filter((basis) => asked.includes(basis))
}

/** The kinds of report that an address asks for, in a few words. */
export const basisWords = (address: URL): string => {
  const chosen = chosenBases(address)
  const known = CHOICES.find(({ bases }) => isSame(bases, chosen))
  if (known) return known.label
  if (chosen.length === 0) return 'Not understood'
  return chosen.length === 1 ? BASIS_WORDS[chosen[0]!] : `${chosen.length} kinds of report`
}

/** How a place came to be known. What is written wrong in the address is left for the API to name. */
export const BasisFilter = ({ address }: { address: URL }) => {
  const chosen = chosenBases(address)
  const show = (bases: Basis[]) =>
    goTo(withParameters(address, { basis: isSame(bases, ALL) ? undefined : bases.join(',') }))

  return (
    <Popover label="Kind of report" value={basisWords(address)}>
      {(close) => (
        <>
          <ul class="app-choices">
            {CHOICES.map(({ label, bases }) => (
              <li key={label}>
                <button
                  type="button"
                  class="app-choice"
                  aria-pressed={isSame(bases, chosen)}
                  onClick={() => {
                    show(bases)
                    close()
                  }}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
          <fieldset class="app-popover__fieldset">
            <legend class="app-popover__legend">Or tick the kinds</legend>
            <div class="govuk-checkboxes govuk-checkboxes--small">
              {ALL.map((basis) => (
                <div class="govuk-checkboxes__item" key={basis}>
                  <input
                    id={`basis-${basis}`}
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    checked={chosen.includes(basis)}
                    // The last tick cannot be taken away: no kind at all would be no question.
                    disabled={chosen.length === 1 && chosen[0] === basis}
                    onChange={(event) =>
                      show(
                        ALL.filter((other) => (other === basis ? event.currentTarget.checked : chosen.includes(other))),
                      )
                    }
                  />
                  <label class="govuk-label govuk-checkboxes__label app-label-small" for={`basis-${basis}`}>
                    {BASIS_WORDS[basis]}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </Popover>
  )
}

import type { SharedAnswer } from '../../server/runs/schema.ts'
import { countOf } from '../hotspots/sentences.ts'
import { address } from '../state/router.ts'
import { BANDS_EXPLAINED, monthWords } from './bands.ts'

/** How many places there are, how many more are withheld, and why in general. */
export const SharedHeadline = ({ answer: { run, hotspots, withheld, why } }: { answer: SharedAnswer }) => (
  <div class="app-headline">
    <h1 class="app-headline__count">
      {run ? `${countOf(hotspots.length, 'place')}, ${monthWords(run.month)}` : 'Shared map'}
    </h1>
    {address.value.pathname === '/shared' && <p class="app-small app-quiet">As operational partners see it.</p>}
    {run && (
      <details class="app-small">
        <summary class="app-headline__summary">
          <span class="app-quiet">
            {withheld === 0
              ? 'No place of the partnership is withheld.'
              : `${countOf(withheld, hotspots.length > 0 ? 'more place' : 'place')} of the partnership ${withheld === 1 ? 'is' : 'are'} withheld.`}
          </span>{' '}
          <span class="app-headline__more">What this means</span>
        </summary>
        {why.length > 0 && (
          <>
            <p class="app-small app-why__title">A place may be withheld because:</p>
            <ul class="app-why">
              {why.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
        <p class="app-small">{BANDS_EXPLAINED}</p>
      </details>
    )}
  </div>
)

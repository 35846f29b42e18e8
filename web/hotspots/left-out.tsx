import type { HotspotAnswer } from '../../server/hotspots/schema.ts'
import { headline, LEFT_OUT, leftOutLine, numberWords } from './sentences.ts'

/** How much is on the map, and every report that is not, with the reason: nothing is dropped silently. */
export const Headline = ({ answer }: { answer: HotspotAnswer }) => {
  const line = leftOutLine(answer.leftOut)
  return (
    <div class="app-headline">
      <h1 class="app-headline__count">{headline(answer)}</h1>
      {line === '' ? (
        <p class="app-small app-quiet">No report of this period was left out.</p>
      ) : (
        <details class="app-small">
          <summary class="app-headline__summary">
            <span class="app-quiet">Not on the map: {line}.</span> <span class="app-headline__more">Details</span>
          </summary>
          <dl class="app-left-out">
            {LEFT_OUT.map(({ name, words, explained }) => (
              <div key={name}>
                <dt>
                  {numberWords(answer.leftOut[name])} {words}
                </dt>
                <dd>{explained}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  )
}

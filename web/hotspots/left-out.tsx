import type { HotspotAnswer } from '../../server/hotspots/schema.ts'
import { headline, LEFT_OUT, leftOutLine, numberWords } from './sentences.ts'

/** How much is on the map, and every report that is not, with the reason: nothing is dropped silently. */
export const Headline = ({ answer }: { answer: HotspotAnswer }) => (
  <div class="app-headline">
    <h1 class="app-headline__count">{headline(answer)}</h1>
    <LeftOut leftOut={answer.leftOut} />
  </div>
)

/** Every report that is not on the map, with the reason. */
export const LeftOut = ({ leftOut }: Pick<HotspotAnswer, 'leftOut'>) => {
  const line = leftOutLine(leftOut)
  if (line === '') return <p class="app-small app-quiet">No report of this period was left out.</p>
  return (
    <details class="app-small">
      <summary class="app-headline__summary">
        <span class="app-quiet">Not on the map: {line}.</span> <span class="app-headline__more">Details</span>
      </summary>
      <dl class="app-left-out">
        {LEFT_OUT.map(({ name, words, explained }) => (
          <div key={name}>
            <dt>
              {numberWords(leftOut[name])} {words}
            </dt>
            <dd>{explained}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

import type { ReviewDetail } from '../../server/reviews/schema.ts'
import { Said } from '../findings/said.tsx'
import { BANDS_EXPLAINED, bandWords, monthWords } from '../shared/bands.ts'
import { SharedMonths } from '../shared/shared-months.tsx'
import { SharedWhen } from '../shared/shared-when.tsx'
import {
  NOT_WORKED_OUT,
  OF_FEW_CHILDREN,
  sharedChangeSentence,
  sharedClassSentence,
  sharedFirmSentence,
} from '../shared/shared-words.ts'

/** What partners are told of a place in the latest stored month: bands, change in words, the best times. */
export const Told = ({ review }: { review: ReviewDetail }) => {
  const { now, isShownNow, lastMonth, history } = review
  if (isShownNow === null) return null
  const month = history?.at(-1)?.month
  return (
    <section aria-labelledby="told-title">
      <h2 class="govuk-heading-m" id="told-title">
        What partners are told{month && `, ${monthWords(month)}`}
      </h2>
      {!now && (
        <p class="govuk-body">
          The latest stored month does not show this place
          {lastMonth && `; ${monthWords(lastMonth)} was the last that did`}. That is not “none”: there may be fewer than
          three children, or reports that are still to come.
        </p>
      )}
      {now && (
        <>
          <dl class="app-bands">
            <div>
              <dt>Reports in twelve months</dt>
              <dd>{bandWords(now.reportsBand)}</dd>
            </div>
            <div>
              <dt>Children</dt>
              <dd>{bandWords(now.childrenBand)}</dd>
            </div>
          </dl>
          {now.findings?.isOfFewChildren && <p class="app-small app-limits__warning">{OF_FEW_CHILDREN}</p>}
          {now.findings ? (
            <>
              <ul class="app-limits app-limits--apart">
                {[sharedChangeSentence, sharedClassSentence, sharedFirmSentence].map((sentenceOf) => {
                  const sentence = sentenceOf(now.findings!)
                  return (
                    <li key={sentence}>
                      <Said sentence={sentence} />
                    </li>
                  )
                })}
              </ul>
              <SharedWhen findings={now.findings} />
              {now.findings.months.length > 0 && (
                <details class="app-small app-how">
                  <summary class="app-panel__summary">Children by month</summary>
                  <SharedMonths months={now.findings.months} />
                </details>
              )}
            </>
          ) : (
            <p class="app-small">{NOT_WORKED_OUT}</p>
          )}
          <p class="app-small app-quiet">{BANDS_EXPLAINED}</p>
        </>
      )}
    </section>
  )
}

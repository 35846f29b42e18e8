import type { ChangeReason, Difference, ExactDifference } from '../../server/differences/schema.ts'
import type { Pack, PackExactContent } from '../../server/packs/schema.ts'
import { dayWords } from '../dates.ts'
import { numberWords } from '../hotspots/sentences.ts'
import { monthWords } from '../shared/bands.ts'
import { listOf } from './pack-words.ts'

/** What differs from the pack before and why: in words for everybody, exactly for co-ordinator and chair. */
export const Differences = ({ pack, exact }: { pack: Pack['pack']; exact?: PackExactContent | undefined }) => {
  if (!pack.previous) return <p class="govuk-body">This is the first pack: there is none before it to compare with.</p>
  const { month, frozenAt, meetingId } = pack.previous
  return (
    <>
      <p class="govuk-body">
        Compared with{' '}
        <a class="govuk-link" href={`/packs/${meetingId}`}>
          the pack of {monthWords(month)}
        </a>
        , frozen {dayWords(frozenAt)}. What is told otherwise of a place, and why, stands with the places.
      </p>
      {pack.methodChanges.length === 0 ? (
        <p class="govuk-body">The method is the same.</p>
      ) : (
        <>
          <p class="govuk-body">The method is another one:</p>
          <ul class="govuk-list govuk-list--bullet">
            {pack.methodChanges.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {exact && <Exact exact={exact} />}
    </>
  )
}

const HEADINGS = ['', 'Then', 'New', 'Late', 'Changed in', 'Changed out', 'Left', 'Now', 'What changed']

const Exact = ({ exact: { differences, places, gone } }: { exact: PackExactContent }) => (
  <div class="app-exact app-no-print app-scroll" role="region" aria-label="Each difference, exactly" tabIndex={0}>
    {!differences && (
      <p class="govuk-body">
        What the month before counted where is not kept: it was stored by an earlier version of the service.
      </p>
    )}
    {differences && (
      <table class="govuk-table app-table--tight app-pack__differences">
        <caption class="govuk-table__caption govuk-table__caption--s">Each difference, exactly</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {HEADINGS.map((heading) =>
              heading === '' ? (
                <td class="govuk-table__header" key={heading} />
              ) : (
                <th
                  scope="col"
                  class={`govuk-table__header${heading.startsWith('What') ? '' : ' govuk-table__header--numeric'}`}
                  key={heading}
                >
                  {heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          <Line name="Episodes, twelve months" difference={differences.episodes} />
          <Line name="Reports at all places" difference={differences.reports} />
          {places.flatMap(({ hotspotId, name, isFew, differences: own }) =>
            own
              ? [
                  <Line
                    key={hotspotId}
                    name={`${name}${isFew ? ' (few children)' : ''}: reports`}
                    difference={own.reports}
                  />,
                  <Line key={`${hotspotId} children`} name={`${name}: children`} difference={own.children} />,
                ]
              : [],
          )}
          {gone.map(({ hotspotId, name, reports }) => (
            <Line key={hotspotId} name={`${name}, gone: reports`} difference={reports} />
          ))}
        </tbody>
      </table>
    )}
  </div>
)

const CHANGE_WORDS: Record<ChangeReason, string> = {
  placed: 'placed by hand',
  joined: 'joined or separated',
  corrected: 'corrected by a file',
  deleted: 'deleted by age, or joined',
  method: 'another policy',
  version: 'another version of the method',
  grouped: 'a place drawn otherwise, or grouped otherwise',
}

const Line = ({ name, difference }: { name: string; difference: Difference | ExactDifference }) => {
  const { before, newData, lateData, changedIn, changedOut, left, after } = difference
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header app-pack__plain">
        {name}
      </th>
      <td class="govuk-table__cell govuk-table__cell--numeric">{numberWords(before)}</td>
      {[newData, lateData, changedIn].map((count, i) => (
        <td class="govuk-table__cell govuk-table__cell--numeric" key={HEADINGS[i + 2]}>
          {count === 0 ? '' : `+${numberWords(count)}`}
        </td>
      ))}
      {[changedOut, left].map((count, i) => (
        <td class="govuk-table__cell govuk-table__cell--numeric" key={HEADINGS[i + 5]}>
          {count === 0 ? '' : `−${numberWords(count)}`}
        </td>
      ))}
      <td class="govuk-table__cell govuk-table__cell--numeric">{numberWords(after)}</td>
      <td class="govuk-table__cell">
        {'changed' in difference && listOf(difference.changed.map(({ why, count }) => `${count} ${CHANGE_WORDS[why]}`))}
      </td>
    </tr>
  )
}

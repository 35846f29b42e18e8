import type { MeetingDetail } from '../../server/meetings/schema.ts'
import { countOf } from '../words.ts'

/** What the co-ordinator looks at before the chair freezes the pack. */
export const Ready = ({ hasPack, ready }: { hasPack: boolean; ready: NonNullable<MeetingDetail['ready']> }) => {
  const { isMonthStored, isAnythingToPlace, actionsOverdue, candidates, plansToReview } = ready
  const tasks = [
    {
      name: 'Reports are placed on the map',
      href: '/data/queue',
      isDone: !isAnythingToPlace,
      says: isAnythingToPlace ? 'Some wait' : 'Done',
    },
    {
      name: 'The month is stored',
      href: '/runs',
      isDone: isMonthStored,
      says: isMonthStored ? 'Done' : 'Not yet: store it under Runs',
    },
    {
      name: 'Actions of the last meeting',
      href: '/actions?state=overdue',
      isDone: actionsOverdue === 0,
      says: actionsOverdue === 0 ? 'None overdue' : `${countOf(actionsOverdue, 'action')} overdue`,
    },
    {
      name: 'Places to be reviewed',
      href: '/reviews?state=candidate',
      isDone: candidates === 0,
      says: candidates === 0 ? 'None' : countOf(candidates, 'place'),
    },
    {
      name: 'Plans whose review is due',
      href: '/plans',
      isDone: plansToReview === 0,
      says: plansToReview === 0 ? 'None' : countOf(plansToReview, 'plan'),
    },
    {
      name: 'The pack is frozen',
      href: undefined,
      isDone: hasPack,
      says: hasPack ? 'Done' : 'The chair freezes it',
    },
  ]
  return (
    <section class="app-no-print" aria-labelledby="ready-title">
      <h2 class="govuk-heading-m" id="ready-title">
        Before the meeting
      </h2>
      <ul class="govuk-task-list">
        {tasks.map(({ name, href, isDone, says }, i) => (
          <li class={`govuk-task-list__item${href ? ' govuk-task-list__item--with-link' : ''}`} key={name}>
            <div class="govuk-task-list__name-and-hint">
              {href ? (
                <a class="govuk-link govuk-task-list__link" href={href} aria-describedby={`ready-${i}`}>
                  {name}
                </a>
              ) : (
                name
              )}
            </div>
            <div class="govuk-task-list__status" id={`ready-${i}`}>
              {isDone ? says : <strong class="govuk-tag govuk-tag--blue app-tag-line">{says}</strong>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

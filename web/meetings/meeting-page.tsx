import { useState } from 'preact/hooks'
import type { MeetingDetail } from '../../server/meetings/schema.ts'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'
import { countOf } from '../words.ts'
import { Agenda } from './agenda.tsx'
import { Attendance } from './attendance.tsx'
import { MeetingSteps } from './meeting-steps.tsx'
import { titleWords, whenWords } from './words.ts'

/** A meeting: what has to be ready, who is there, what is on the agenda, what came of it. */
export default ({ id }: { id: string }) => {
  const { data, problem, isLoading, reload, replace } = useLoaded<MeetingDetail>(
    `/api/meetings/${encodeURIComponent(id)}`,
  )
  const [said, setSaid] = useState('')
  return (
    <>
      <a class="govuk-back-link" href="/meetings">
        Meetings
      </a>
      {problem?.status === 404 && (
        <>
          <h1 class="govuk-heading-l">There is no such meeting</h1>
          <p class="govuk-body">The link may be incomplete.</p>
        </>
      )}
      {problem && problem.status !== 404 && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      <Said words={said} />
      {data && (
        <>
          <span class="govuk-caption-l">{whenWords(data)}</span>
          <h1 class="govuk-heading-l">{titleWords(data)}</h1>
          <p class="govuk-body">
            <strong class="govuk-tag govuk-tag--grey app-tag-line">{data.stateWords}</strong>
          </p>
          <MeetingSteps
            meeting={data}
            onNewest={reload}
            onDone={(sentence) => {
              setSaid(sentence)
              reload()
            }}
          />
          <Papers meeting={data} />
          {data.ready && <Ready meeting={data} />}
          <Attendance meeting={data} onChanged={replace} onNewest={reload} />
          <Agenda meeting={data} onChanged={replace} onNewest={reload} />
        </>
      )}
    </>
  )
}

const Papers = ({ meeting: { id, hasPack, state } }: { meeting: MeetingDetail }) => {
  const hasMinutes = state === 'minutes_draft' || state === 'minutes_agreed' || state === 'closed'
  const papers = [
    hasPack &&
      may('meetingPack:read') && { href: `/meetings/${id}/room`, says: 'The room: places on the wall (Part A)' },
    hasPack && may('meetingPack:read') && { href: `/packs/${id}`, says: 'The pack, to read or print' },
    may('meetingChildren:read') && { href: `/meetings/${id}/children`, says: 'Part B: children, need to know' },
    hasMinutes && may('minutes:read') && { href: `/meetings/${id}/minutes`, says: 'Minutes' },
  ].filter((one) => one !== false)
  if (papers.length === 0) return null
  return (
    <ul class="govuk-list app-no-print">
      {papers.map(({ href, says }) => (
        <li key={href}>
          <a class="govuk-link" href={href}>
            {says}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What the co-ordinator looks at before the chair freezes the pack. */
const Ready = ({ meeting }: { meeting: MeetingDetail }) => {
  const { isMonthStored, actionsOverdue, candidates, plansToReview } = meeting.ready!
  const tasks = [
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
      isDone: meeting.hasPack,
      says: meeting.hasPack ? 'Done' : 'The chair freezes it',
    },
  ]
  return (
    <section class="app-no-print" aria-labelledby="ready-title">
      <h2 class="govuk-heading-m" id="ready-title">
        Before the meeting
      </h2>
      <ul class="govuk-task-list">
        {tasks.map(({ name, href, isDone, says }, i) => (
          <li class="govuk-task-list__item govuk-task-list__item--with-link" key={name}>
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
              {isDone ? says : <strong class="govuk-tag govuk-tag--blue">{says}</strong>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

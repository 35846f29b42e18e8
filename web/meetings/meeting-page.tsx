import { useState } from 'preact/hooks'
import type { MeetingDetail } from '../../server/meetings/schema.ts'
import { LinkButton } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { Timeline } from '../layout/timeline.tsx'
import { ask } from '../state/api.ts'
import { may } from '../state/session.ts'
import { roleWords } from '../words.ts'
import { Agenda } from './agenda.tsx'
import { Attendance } from './attendance.tsx'
import { MeetingSteps } from './meeting-steps.tsx'
import { Ready } from './ready.tsx'
import { WHEN_FIELDS, whenErrors, WhenFields, toWhenInput, type When } from './when-fields.tsx'
import { STEP_WORDS, titleWords, whenWords } from './words.ts'

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
          {data.canWrite && <ChangeWhen key={data.version} meeting={data} onDone={replace} onNewest={reload} />}
          {data.ready && <Ready hasPack={data.hasPack} ready={data.ready} />}
          <Attendance meeting={data} onChanged={replace} onNewest={reload} />
          <Agenda meeting={data} onChanged={replace} onNewest={reload} />
          {data.taken.length > 0 && <Taken taken={data.taken} />}
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

interface ChangeWhenProps {
  meeting: MeetingDetail
  onDone: (meeting: MeetingDetail) => void
  onNewest: () => void
}

const ChangeWhen = ({ meeting, onDone, onNewest }: ChangeWhenProps) => {
  const { id, version, heldOn, startsAt, venue } = meeting
  const [isOpen, setIsOpen] = useState(false)
  const [when, setWhen] = useState<When>({ heldOn, startsAt: startsAt ?? '', venue: venue ?? '' })
  const sending = useSending(WHEN_FIELDS)
  if (!isOpen)
    return (
      <p class="govuk-body app-no-print">
        <LinkButton onClick={() => setIsOpen(true)}>Change when and where</LinkButton>
      </p>
    )
  const submit = () =>
    sending.send(whenErrors(when), async () => {
      const body = { version, ...toWhenInput(when) }
      const next = await ask<MeetingDetail>(`/api/meetings/${id}`, { method: 'PATCH', body })
      setIsOpen(false)
      onDone(next)
    })
  return (
    <Form
      class="app-quick"
      sending={sending}
      submitWords="Change it"
      onSubmit={() => void submit()}
      onCancel={() => {
        setIsOpen(false)
        onNewest()
      }}
    >
      <WhenFields when={when} errors={sending.errors} onChange={setWhen} />
    </Form>
  )
}

/** Who took which step, when and why. */
const Taken = ({ taken }: Pick<MeetingDetail, 'taken'>) => (
  <details class="app-no-print">
    <summary>What was done with this meeting</summary>
    <Timeline
      steps={taken.map((step) => ({
        ...step,
        words: STEP_WORDS[step.step] ?? step.step,
        role: step.role && roleWords(step.role).toLowerCase(),
      }))}
    />
  </details>
)

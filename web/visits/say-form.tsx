import { useEffect, useRef, useState } from 'preact/hooks'
import type { How, VisitReport } from '../../server/visits/schema.ts'
import { Radios } from '../form/choices.tsx'
import { momentWords } from '../dates.ts'
import { HOW_WORDS } from '../patrols/words.ts'
import { choices } from '../words.ts'
import { Counter } from './counter.tsx'
import type { ToSay } from './use-street.ts'

interface SayFormProps {
  visit: ToSay
  /** Where the visit was ended a moment ago. */
  takesFocus: boolean
  onSay: (report: Omit<VisitReport, 'version'>) => void
}

/** What was done on a visit, in taps: people met first, then, apart from it, what was enforced. */
export const SayForm = ({ visit, takesFocus, onSay }: SayFormProps) => {
  const [report, setReport] = useState<Omit<VisitReport, 'version'>>({
    how: visit.how,
    engagements: 0,
    safeguardingActions: 0,
    stopAndSearch: 0,
    otherEnforcement: 0,
    isIntelligenceSubmitted: false,
  })
  const change = (part: Partial<typeof report>) => setReport((before) => ({ ...before, ...part }))
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) title.current?.focus()
  }, [takesFocus])
  const titleId = `say-${visit.id}`
  return (
    <form
      class="app-say"
      noValidate
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault()
        onSay(report)
      }}
    >
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1 app-say__title" id={titleId} tabIndex={-1} ref={title}>
        What was done at {visit.hotspotName}?
      </h2>
      {visit.startedAt && <p class="govuk-body-s app-dim">{momentWords(visit.startedAt)}</p>}
      <Counter
        id={`${titleId}-engagements`}
        label="People spoken to"
        value={report.engagements}
        most={999}
        onChange={(engagements) => change({ engagements })}
      />
      <Counter
        id={`${titleId}-safe`}
        label="Safeguarding actions"
        value={report.safeguardingActions}
        most={99}
        onChange={(safeguardingActions) => change({ safeguardingActions })}
      />
      <fieldset class="govuk-fieldset app-say__apart">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Counted apart</legend>
        <Counter
          id={`${titleId}-search`}
          label="Stops and searches"
          value={report.stopAndSearch}
          most={99}
          onChange={(stopAndSearch) => change({ stopAndSearch })}
        />
        <Counter
          id={`${titleId}-enforcement`}
          label="Other enforcement"
          value={report.otherEnforcement}
          most={99}
          onChange={(otherEnforcement) => change({ otherEnforcement })}
        />
      </fieldset>
      <Radios
        id={`${titleId}-intelligence`}
        label="Intelligence submitted?"
        legendSize="s"
        isInline
        value={report.isIntelligenceSubmitted ? 'yes' : 'no'}
        choices={[
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes' },
        ]}
        onChange={(answer) => change({ isIntelligenceSubmitted: answer === 'yes' })}
      />
      <Radios
        id={`${titleId}-how`}
        label="How"
        legendSize="s"
        isInline
        isSmall
        value={report.how}
        choices={choices(HOW_WORDS)}
        onChange={(how) => change({ how: how as How })}
      />
      <button type="submit" class="govuk-button app-tap">
        Save
      </button>
    </form>
  )
}

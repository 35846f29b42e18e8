import { useState } from 'preact/hooks'
import type { Catalogue, Measure, MeasureList } from '../../server/measures/schema.ts'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'
import { MeasureCard } from './measure-card.tsx'
import { ProposeMeasure } from './propose-measure.tsx'

interface MeasuresSectionProps {
  plan: PlanDetail
  /** The plan's own answer counts them. */
  onChanged: () => void
}

/** What is done at the place: each measure with its law, who leads it and how far it has come. */
export const MeasuresSection = ({ plan, onChanged }: MeasuresSectionProps) => {
  const { data, problem, reload } = useLoaded<MeasureList>(
    may('measure:read') ? `/api/measures?plan=${plan.id}` : undefined,
  )
  const catalogue = useLoaded<Catalogue>(may('measure:read') ? '/api/measures/catalogue' : undefined)
  const [isOpen, setIsOpen] = useState(false)
  const [said, setSaid] = useState('')
  const done = (_measure: Measure, sentence: string) => {
    setIsOpen(false)
    setSaid(sentence)
    reload()
    onChanged()
  }
  return (
    <section class="app-section" aria-labelledby="measures-title">
      <h2 class="govuk-heading-m" id="measures-title">
        Measures
      </h2>
      <Said words={said} />
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && !problem && <p class="govuk-body">Loading…</p>}
      {data?.measures.length === 0 && <p class="govuk-body app-dim">No measure is proposed yet.</p>}
      {data?.measures.map((measure) => (
        <MeasureCard key={measure.id} measure={measure} onDone={done} onNewest={reload} />
      ))}
      {data?.canPropose && catalogue.data && isOpen && (
        <ProposeMeasure
          planId={plan.id}
          catalogue={catalogue.data.measures}
          onDone={done}
          onCancel={() => setIsOpen(false)}
        />
      )}
      {data?.canPropose && !isOpen && (
        <button type="button" class="govuk-button govuk-button--secondary app-no-print" onClick={() => setIsOpen(true)}>
          Propose a measure
        </button>
      )}
    </section>
  )
}

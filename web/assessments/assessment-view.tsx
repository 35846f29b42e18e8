import type { Assessment, SafetyGoal } from '../../server/assessments/schema.ts'
import { dayWords } from '../dates.ts'
import { listed } from '../findings/sentences.ts'
import { HARM_WORDS, ratingWords, SIDES, WEIGHT_WORDS } from './words.ts'

/** An assessment as it is read. */
export const AssessmentView = ({ assessment }: { assessment: Assessment }) => (
  <>
    <Goals goals={assessment.safetyGoals} />
    <div class="app-sides">
      {SIDES.map(({ side, title }) => {
        const { strengths, needs, rating } = assessment[side]
        return (
          <div class="app-side" key={side}>
            <h3 class="govuk-heading-s">{title}</h3>
            <p class="app-side__rating">{ratingWords(rating)}</p>
            <Words title="Strengths" words={strengths} none="Nothing is written." />
            <Words title="Needs" words={needs} none="Nothing is written." />
          </div>
        )
      })}
    </div>
    <div class="app-review">
      <Words title="What young people say" words={assessment.youngPeoplesVoice} none="They were not asked yet." />
      <Words title="What the community says" words={assessment.communityViews} none="It was not asked yet." />
    </div>
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">How it was assessed</span>
      </summary>
      <div class="govuk-details__text">
        <dl class="govuk-summary-list govuk-summary-list--no-border app-facts">
          <Fact name="What led to it">{assessment.trigger}</Fact>
          <Fact name="Kinds of harm">
            {assessment.harmTypes.length > 0
              ? listed(assessment.harmTypes.map((harm) => HARM_WORDS[harm]))
              : 'None named'}
          </Fact>
          <Fact name="How much the place weighs">
            {WEIGHT_WORDS[assessment.contextWeight]}
            {assessment.contextWords && `. ${assessment.contextWords}`}
          </Fact>
          <Fact name="Looked at on">
            {assessment.observationDates.length > 0
              ? listed(assessment.observationDates.map(dayWords))
              : 'No day is named'}
          </Fact>
          <Fact name="By">{listed(assessment.assessors)}</Fact>
          <Fact name="Written by">
            {assessment.writtenBy}, {assessment.writtenAgency}, {dayWords(assessment.writtenAt)}
          </Fact>
        </dl>
        <p class="govuk-body-s">
          Ratings go from 1 (it protects) to 4 (it harms). They say how a place stands, not a child, and are never added
          up.
        </p>
      </div>
    </details>
  </>
)

/** What should become safer, and how anybody will know: also what partners are given. */
export const Goals = ({ goals }: { goals: readonly SafetyGoal[] }) => (
  <>
    <h3 class="govuk-heading-s govuk-!-margin-bottom-1">Safety goals</h3>
    <ol class="govuk-list govuk-list--number">
      {goals.map(({ goal, measure }) => (
        <li key={goal}>
          {goal} <span class="app-table__under">Known by: {measure}</span>
        </li>
      ))}
    </ol>
  </>
)

const Words = ({ title, words, none }: { title: string; words: string; none: string }) => (
  <div>
    <h4 class="app-side__title">{title}</h4>
    {words ? <p class="govuk-body app-words">{words}</p> : <p class="govuk-body app-quiet">{none}</p>}
  </div>
)

const Fact = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value app-break">{children}</dd>
  </div>
)

import type { ComponentChildren } from 'preact'
import type { Report } from '../../server/locations/schema.ts'
import { observedWords } from '../dates.ts'
import { BASIS_WORDS, PLACE_CATEGORY_WORDS, sourceWords } from '../words.ts'

/** What a report tells, as a person would ask for it; in this order wherever a report is shown. */
export const factsOf = (report: Report): { key: string; value: string }[] => [
  { key: 'Place in the report’s words', value: report.placeName ?? 'None' },
  { key: 'Kind of place', value: report.placeCategory ? PLACE_CATEGORY_WORDS[report.placeCategory] : 'Not recorded' },
  { key: 'What is known', value: BASIS_WORDS[report.basis] },
  { key: 'When', value: observedWords(report) },
  { key: 'Child', value: report.childReference ?? 'Not known' },
  { key: 'Source', value: sourceWords(report.sourceType) },
  { key: 'Private address', value: report.isPrivateAddress ? 'Yes' : 'No' },
  { key: 'Found on patrol', value: report.foundOnPatrol ? 'Yes' : 'No' },
  { key: 'What is told', value: report.narrative ?? 'Nothing more' },
  { key: 'Number of the report', value: report.reportRef },
]

/** Where a report stands, in words. */
export const placeWords = (report: Report): string => {
  if (report.placeKnownAs) return report.placeKnownAs
  return report.longitude === null ? 'Not placed' : 'On the map, at no named place'
}

export const FactList = ({ facts }: { facts: { key: string; value: ComponentChildren }[] }) => (
  <dl class="govuk-summary-list app-facts">
    {facts.map(({ key, value }) => (
      <div class="govuk-summary-list__row" key={key}>
        <dt class="govuk-summary-list__key">{key}</dt>
        <dd class="govuk-summary-list__value app-break">{value}</dd>
      </div>
    ))}
  </dl>
)

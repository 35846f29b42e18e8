import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import type { z } from 'zod'
import type { GazetteerMatch } from '../../server/gazetteer/schema.ts'
import type { Placement, PlacementAnswer, Suggestion } from '../../server/locations/schema.ts'
import { Checkbox } from '../form/choices.tsx'
import { PlaceSearch } from '../gazetteer/place-search.tsx'
import { PointMap } from '../gazetteer/point-map.tsx'
import { ApiError, ask } from '../state/api.ts'
import { observedWords } from '../dates.ts'
import { BASIS_WORDS, countOf, PLACE_CATEGORY_WORDS, sourceWords } from '../words.ts'
import type { DoneAction } from './done.tsx'
import { FactList, factsOf } from './report-facts.tsx'
import { SetAsideForm } from './set-aside-form.tsx'
import type { Waiting } from './waiting.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'

export interface ReportProps {
  report: Waiting
  headingRef: RefObject<HTMLHeadingElement | null>
  onDone: (action: DoneAction) => void
  onReload: () => void
}

/** Where the report shall stand: a named place, or a spot on the map. */
interface Chosen {
  placeId?: string
  name: string
  longitude: number
  latitude: number
}

export const PlaceReport = ({ report, headingRef, onDone, onReload }: ReportProps) => {
  const [chosen, setChosen] = useState<Chosen>()
  const [isForAll, setIsForAll] = useState(false)
  const [problem, setProblem] = useState<ApiError>()
  const [isBusy, setIsBusy] = useState(false)
  const words = report.placeName

  const place = async () => {
    if (!chosen || isBusy) return
    setIsBusy(true)
    try {
      const body = placementOf(report, chosen, isForAll)
      const answer = await ask<z.infer<typeof PlacementAnswer>>(`/api/reports/${report.id}/place`, {
        method: 'POST',
        body,
      })
      onDone({ report: answer.report, words: doneWords(report, chosen, answer.placedAlso), canUndo: true })
    } catch (error) {
      setProblem(error as ApiError)
      setIsBusy(false)
    }
  }

  return (
    <>
      <h2 class="govuk-heading-m" id="report-title" tabIndex={-1} ref={headingRef}>
        {words ? `Where is “${words}”?` : 'Where was this?'}
      </h2>
      <Gist report={report} />
      {problem && <ChangedMeanwhile problem={problem} onReload={onReload} />}
      <div class="app-place-report">
        <div>
          {report.isPrivateAddress ? (
            <p class="govuk-body">
              This is a private address, so it is never put down as a named place. Search for its postcode or click on
              the map.
            </p>
          ) : (
            <Suggestions
              hasWords={words !== null}
              suggestions={report.suggestions}
              chosen={chosen}
              onChoose={setChosen}
            />
          )}
          <PlaceSearch
            id="queue-search"
            label={report.suggestions.length > 0 ? 'Or search for it' : 'Search for it'}
            hint="A name, a postcode, or a grid reference. Or click on the map."
            onPick={(match) => setChosen(toChosen(match, report.isPrivateAddress))}
          />
        </div>
        <PointMap
          label="Map to show where the report was"
          point={chosen}
          onPick={(point) => setChosen({ ...point, name: 'the spot on the map' })}
        />
      </div>
      <div class="app-place-report__decide">
        <p class="govuk-body" role="status">
          {chosen ? (
            <>
              Chosen: <strong>{chosen.name}</strong>
            </>
          ) : (
            'Nothing chosen yet.'
          )}
        </p>
        {chosen?.placeId && words && (
          <Checkbox
            id="for-all"
            label={
              report.sameName > 0
                ? `Place all ${countOf(report.sameName + 1, 'report')} that say “${words}” here, and remember these words`
                : `Remember “${words}” as a name of ${chosen.name}`
            }
            hint={`From then on, reports with these words are placed at ${chosen.name} by themselves.`}
            isChecked={isForAll}
            onChange={setIsForAll}
          />
        )}
        <button
          type="button"
          class="govuk-button govuk-!-margin-bottom-2"
          aria-disabled={!chosen || isBusy}
          onClick={() => void place()}
        >
          {isBusy ? 'Placing…' : 'Place it here'}
        </button>
        <SetAsideForm report={report} onDone={onDone} onProblem={setProblem} />
      </div>
      <h3 class="govuk-heading-s">What the report says</h3>
      <FactList facts={factsOf(report)} />
    </>
  )
}

/** What helps to say where it was, in sight while the map is. */
const Gist = ({ report }: { report: Waiting }) => (
  <p class="govuk-body app-gist app-break">
    {BASIS_WORDS[report.basis]}. {observedWords(report)}. {report.childReference ?? 'Child not known'}.{' '}
    {report.sourceType ? `${sourceWords(report.sourceType)}.` : ''}
    {report.narrative && <q class="app-gist__told">{report.narrative}</q>}
  </p>
)

/** A private address is never put down as a named place: what was searched for is only where to look. */
const toChosen = ({ placeId, name, longitude, latitude }: GazetteerMatch, isPrivateAddress: boolean): Chosen =>
  placeId && !isPrivateAddress
    ? { placeId, name, longitude, latitude }
    : { name: placeId ? `the spot by ${name}` : name, longitude, latitude }

const placementOf = (report: Waiting, chosen: Chosen, alsoSameName: boolean): z.input<typeof Placement> => ({
  version: report.version,
  ...(chosen.placeId
    ? { placeId: chosen.placeId }
    : { point: { longitude: chosen.longitude, latitude: chosen.latitude } }),
  alsoSameName: alsoSameName && chosen.placeId !== undefined,
})

const doneWords = (report: Waiting, chosen: Chosen, placedAlso: number) => {
  const what = report.placeName ? `“${report.placeName}”` : `Report ${report.reportRef}`
  const others =
    placedAlso > 0
      ? `, with ${countOf(placedAlso, 'other report')} that ${placedAlso === 1 ? 'says' : 'say'} the same`
      : ''
  return `${what} was placed at ${chosen.name}${others}.${others && ' Undo takes back this one only.'}`
}

interface SuggestionsProps {
  hasWords: boolean
  suggestions: z.infer<typeof Suggestion>[]
  chosen: Chosen | undefined
  onChoose: (chosen: Chosen) => void
}

const Suggestions = ({ hasWords, suggestions, chosen, onChoose }: SuggestionsProps) =>
  suggestions.length === 0 ? (
    <p class="govuk-body">
      {hasWords ? 'No known place has a name like these words.' : 'The report has no words for the place.'}
    </p>
  ) : (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-2">It may be</h3>
      <ul class="app-search__matches app-search__matches--still">
        {suggestions.map(({ placeId, name, category, longitude, latitude, similarity }) => (
          <li key={placeId}>
            <button
              type="button"
              class="app-search__match"
              aria-pressed={chosen?.placeId === placeId}
              onClick={() => onChoose({ placeId, name, longitude, latitude })}
            >
              <span>{name}</span>{' '}
              <span class="app-dim">
                {PLACE_CATEGORY_WORDS[category]}, {similarityWords(similarity)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )

/** How alike the words are: a number would say more than it knows. */
const similarityWords = (similarity: number) => {
  if (similarity >= 0.95) return 'the same words'
  if (similarity >= 0.7) return 'almost the same words'
  return similarity >= 0.45 ? 'similar words' : 'a little like it'
}

import { useState } from 'preact/hooks'
import type { Pack, PackExact } from '../../server/packs/schema.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { PrintActions } from '../print/print-actions.tsx'
import { monthWords } from '../shared/bands.ts'
import { may } from '../state/session.ts'
import { Direction } from './direction.tsx'
import { FrozenLine } from './frozen-line.tsx'
import { Headline } from './headline.tsx'
import { Interviews, OutOfArea, Quality } from './pack-counts.tsx'
import { Differences } from './pack-differences.tsx'
import { PackMap } from './pack-map.tsx'
import { PackPlaces } from './pack-places.tsx'
import { PackSince } from './pack-since.tsx'
import { Actions, DeliveredWork, Plans } from './pack-work.tsx'
import { SMALL_EXPLAINED } from './pack-words.ts'
import { PlacesAtWork } from './places-at-work.tsx'

/** The pack of a meeting, frozen: to be read on a screen or on paper. */
export default ({ id }: { id: string }) => {
  const { data, problem, isLoading, reload } = useLoaded<Pack>(`/api/packs/${encodeURIComponent(id)}`)
  return (
    <>
      {may('meeting:read') && (
        <a class="govuk-back-link" href={`/meetings/${encodeURIComponent(id)}`}>
          Meeting
        </a>
      )}
      {problem?.status === 404 && (
        <>
          <h1 class="govuk-heading-l">There is no such pack</h1>
          <p class="govuk-body">
            The link may be incomplete, or the chair has not frozen the pack of that meeting yet.
          </p>
        </>
      )}
      {problem && problem.status !== 404 && (
        <>
          <h1 class="govuk-heading-l">Pack</h1>
          <ProblemSummary problem={problem} onRetry={reload} />
        </>
      )}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && <Document data={data} />}
    </>
  )
}

const Document = ({ data }: { data: Pack }) => {
  const { pack, places, group } = data
  const [isExact, setIsExact] = useState(false)
  const path = `/api/packs/${encodeURIComponent(pack.meetingId)}/exact`
  const { data: loaded, problem, isLoading, reload } = useLoaded<PackExact>(isExact ? path : undefined)
  const exact = isExact ? loaded?.exact : undefined
  const hasCounts = places.some(({ counted }) => counted !== null)
  return (
    <article class="app-pack">
      <span class="govuk-caption-l">Monthly missing monitoring group, Part A</span>
      <h1 class="govuk-heading-l">Pack for {monthWords(pack.month)}</h1>
      <FrozenLine {...data} />
      <PrintActions document="pack" id={pack.meetingId} name={pack.month} />
      {may('storedRun:read') && (
        <div class="app-no-print app-pack__exact">
          <button
            type="button"
            class="govuk-button govuk-button--secondary govuk-!-margin-bottom-2"
            aria-pressed={isExact}
            onClick={() => setIsExact(!isExact)}
          >
            {isExact ? 'Hide exact numbers' : 'Show exact numbers'}
          </button>
          {isExact && (
            <p class="govuk-body-s" role="status">
              {exact && (
                <>
                  <strong>Exact, not for the wall:</strong> what is set in a frame is for co-ordinator and chair alone,
                  and is never printed.
                </>
              )}
              {!exact && isLoading && 'Fetching the exact numbers…'}
              {exact && !loaded!.isVerified && ' They no longer match the hash that they were frozen with.'}
            </p>
          )}
          {isExact && problem && <ProblemSummary problem={problem} onRetry={reload} />}
        </div>
      )}

      <h2 class="govuk-heading-m">Headline</h2>
      <Headline pack={pack} exact={exact} />
      <h2 class="govuk-heading-m">Direction of travel</h2>
      <Direction pack={pack} />

      <h2 class="govuk-heading-m">Places</h2>
      {hasCounts ? (
        <>
          <PackMap places={places} />
          <PackPlaces pack={pack} places={places} exact={exact} />
        </>
      ) : (
        <PlacesAtWork places={places} />
      )}

      <h2 class="govuk-heading-m">Plans, and whether they worked</h2>
      <Plans pack={pack} places={places} drafts={group?.drafts ?? []} />
      <h2 class="govuk-heading-m">What was delivered</h2>
      <DeliveredWork pack={pack} places={places} />
      <h2 class="govuk-heading-m">Actions</h2>
      <Actions pack={pack} places={places} group={group} />

      <h2 class="govuk-heading-m">Out of the area</h2>
      <OutOfArea pack={pack} exact={exact} />
      <h2 class="govuk-heading-m">Return interviews</h2>
      <Interviews pack={pack} exact={exact} />
      <h2 class="govuk-heading-m">Three episodes in thirty days</h2>
      <p class="govuk-body">The register of planning meetings is not recorded here yet.</p>
      <h2 class="govuk-heading-m">Data quality</h2>
      <Quality pack={pack} exact={exact} />

      <h2 class="govuk-heading-m">Beside the pack before</h2>
      <Differences pack={pack} exact={exact} />
      <p class="govuk-body-s app-dim">{SMALL_EXPLAINED}</p>

      <section class="app-no-print" aria-labelledby="since-title">
        <h2 class="govuk-heading-m" id="since-title">
          Since the pack
        </h2>
        <PackSince meetingId={pack.meetingId} exact={isExact ? loaded?.since : undefined} />
      </section>
    </article>
  )
}

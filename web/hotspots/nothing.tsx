import type { HotspotAnswer } from '../../server/hotspots/schema.ts'
import { may } from '../state/session.ts'
import { hasNoFilter, periodWords } from './filters.ts'

/** What stands where no place could be listed, and what to do about it. */
export const Nothing = ({ answer, address }: { answer: HotspotAnswer; address: URL }) => {
  const leftOut = Object.values(answer.leftOut).reduce((sum, count) => sum + count, 0)
  if (leftOut + answer.fewChildren.length > 0)
    return (
      <div class="app-nothing">
        <p>
          No place has enough reports of enough children to be a hotspot in the period {periodWords(answer.period)}.
        </p>
        {!hasNoFilter(address) && <ResetLink />}
      </div>
    )
  if (!hasNoFilter(address))
    return (
      <div class="app-nothing">
        <p>No report fits these filters.</p>
        <ResetLink />
      </div>
    )
  return (
    <div class="app-nothing">
      <h2 class="app-nothing__title">There is nothing to show yet</h2>
      <p>
        No location report{!may('fileImport:create') && ' that you may see'} is known for {periodWords(answer.period)}.
      </p>
      {may('fileImport:create') ? (
        <WhatToLoad />
      ) : (
        <p>The co-ordinator loads the files, and shares with you what you need.</p>
      )}
    </div>
  )
}

const WhatToLoad = () => (
  <p>
    The co-ordinator{' '}
    <a class="govuk-link" href="/data">
      loads the files of episodes and reports
    </a>
    , or enters{' '}
    <a class="govuk-link" href="/data/report">
      one report by hand
    </a>
    . The places come from{' '}
    <a class="govuk-link" href="/places">
      Places
    </a>
    .
  </p>
)

const ResetLink = () => (
  <p>
    <a class="govuk-link" href="/">
      Take all filters away
    </a>
  </p>
)

import { useEffect, useRef } from 'preact/hooks'
import type { Report } from '../../server/locations/schema.ts'

/** What became of a report that was kept. */
export const Kept = ({ report, onAnother }: { report: Report; onAnother: () => void }) => {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.focus(), [])
  return (
    <>
      <div class="govuk-panel govuk-panel--confirmation app-kept" tabIndex={-1} ref={panel}>
        <h1 class="govuk-panel__title">The report is kept</h1>
        <div class="govuk-panel__body">
          Its number is
          <br />
          <strong class="app-break">{report.reportRef}</strong>
        </div>
      </div>
      <p class="govuk-body">{becameWords(report)}</p>
      {report.childReference && (
        <p class="govuk-body">
          The child stands in it as <strong>{report.childReference}</strong>. The case number was not kept.
        </p>
      )}
      <div class="govuk-button-group">
        <button type="button" class="govuk-button" onClick={onAnother}>
          Enter another
        </button>
        <a class="govuk-link" href={report.longitude === null ? '/data/queue' : '/data'}>
          {report.longitude === null ? 'Go to the reports to place' : 'Back to data'}
        </a>
      </div>
    </>
  )
}

const becameWords = (report: Report): string => {
  if (report.longitude === null) return 'It waits to be placed on the map, and counts as not placed until then.'
  const where = report.placeKnownAs
    ? `It stands at ${report.placeKnownAs}.`
    : 'It stands on the map, at no named place.'
  if (report.isInArea === false) return `${where} That is outside the partnership’s area: it is kept and counted there.`
  return report.isPrivateAddress ? `${where} As a private address it is never shown as a hotspot.` : where
}

import { useState } from 'preact/hooks'
import type { ProtectedSettingList } from '../../server/protected/schema.ts'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'
import { AddSetting } from './add-setting.tsx'
import { PublicPlaces } from './public-places.tsx'
import { SettingsFile } from './settings-file.tsx'
import { SettingsTable } from './settings-table.tsx'

/** Care homes, placements, refuges and schools: kept so that no hotspot points to one. */
export default () => {
  const { data, problem, isLoading, reload } = useLoaded<ProtectedSettingList>('/api/protected-settings')
  const [isAdding, setIsAdding] = useState(false)
  const [said, setSaid] = useState('')
  const canAdd = may('protectedSetting:create')
  const done = (words: string) => {
    setIsAdding(false)
    setSaid(words)
    reload()
  }
  return (
    <>
      <a class="govuk-back-link" href="/runs">
        Runs
      </a>
      <div class="app-title">
        <h1 class="govuk-heading-l">Protected settings</h1>
        {canAdd && !isAdding && (
          <button type="button" class="govuk-button" onClick={() => setIsAdding(true)}>
            Add one
          </button>
        )}
      </div>
      <p class="govuk-body">
        A hotspot that lies near one of these is withheld from partners as a whole, because an outline with a piece cut
        out would show the place. This list is never shared.
      </p>
      <Said words={said} />
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {isAdding && <AddSetting onDone={done} onCancel={() => setIsAdding(false)} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && <SettingsTable settings={data.settings} onDone={done} />}
      {canAdd && <SettingsFile onLoaded={reload} />}
      {may('publicPlace:read') && <PublicPlaces />}
    </>
  )
}

import type { HourWindow } from '../../server/patrols/schema.ts'
import type { SharedFindings, SharedHotspot } from '../../server/runs/schema.ts'
import type { ShiftTask } from '../../server/shifts/schema.ts'
import { windowWords } from '../findings/times.ts'
import { dayWords } from '../dates.ts'
import { isNight } from '../patrols/words.ts'
import { dayPartWords } from '../shared/shared-words.ts'

interface PlacesTableProps {
  hotspots: readonly SharedHotspot[]
  tasks: readonly ShiftTask[]
  picked: readonly string[]
  onPick: (patrolIds: string[]) => void
}

interface Row {
  id: string
  name: string
  windows: readonly HourWindow[]
  dayParts: SharedFindings['dayParts']
  tasks: readonly ShiftTask[]
}

/** The places of the planner's areas by day and by night, and the tasks that can be picked for the shift. */
export const PlacesTable = ({ hotspots, tasks, picked, onPick }: PlacesTableProps) => (
  <table class="govuk-table app-table--cards app-shift-places">
    <caption class="govuk-visually-hidden">Places in your areas, and the tasks that run there</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['Place', 'Best by day (07–19)', 'Best by night (19–07)', 'Task'].map((heading) => (
          <th scope="col" class="govuk-table__header" key={heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {rowsOf(hotspots, tasks).map((row) => (
        <tr class="govuk-table__row" key={row.id}>
          <th scope="row" class="govuk-table__header">
            {row.name}
          </th>
          <td class="govuk-table__cell" data-label="By day">
            <Times
              windows={row.windows.filter((window) => !isNight(window))}
              dayParts={row.dayParts.filter(({ dayPart }) => !isNightPart(dayPart))}
            />
          </td>
          <td class="govuk-table__cell" data-label="By night">
            <Times
              windows={row.windows.filter(isNight)}
              dayParts={row.dayParts.filter(({ dayPart }) => isNightPart(dayPart))}
            />
          </td>
          <td class="govuk-table__cell" data-label="Task">
            {row.tasks.length === 0 && <span class="app-dim">none runs</span>}
            {row.tasks.map((task) => (
              <PickTask
                key={task.patrolId}
                task={task}
                name={row.name}
                isPicked={picked.includes(task.patrolId)}
                onPick={(isPicked) =>
                  onPick(isPicked ? [...picked, task.patrolId] : picked.filter((id) => id !== task.patrolId))
                }
              />
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

type DayPart = SharedFindings['dayParts'][number]

const isNightPart = (dayPart: DayPart['dayPart']) => dayPart === '18-24' || dayPart === '00-06'

/** The best times, and under them the parts of the week that are told of in bands. */
const Times = ({ windows, dayParts }: { windows: readonly HourWindow[]; dayParts: readonly DayPart[] }) => (
  <>
    {windows.length === 0 && <span class="app-dim">none named</span>}
    {windows.map((window) => (
      <span class="app-shift-places__time" key={window.fromHour}>
        {windowWords(window)}
      </span>
    ))}
    {dayParts.map((part) => (
      <span class="app-shift-places__part" key={`${part.isWeekend} ${part.dayPart}`}>
        {dayPartWords(part)}
      </span>
    ))}
  </>
)

interface PickTaskProps {
  task: ShiftTask
  name: string
  isPicked: boolean
  onPick: (isPicked: boolean) => void
}

const PickTask = ({ task, name, isPicked, onPick }: PickTaskProps) => (
  <div class="govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input
        id={`pick-${task.patrolId}`}
        class="govuk-checkboxes__input"
        type="checkbox"
        checked={isPicked}
        onChange={(event) => onPick(event.currentTarget.checked)}
      />
      <label class="govuk-label govuk-checkboxes__label" for={`pick-${task.patrolId}`}>
        <span class="govuk-visually-hidden">{name}, </span>
        {task.ref}, until {dayWords(task.validTo)}
      </label>
    </div>
  </div>
)

/** Places with a task first, then as the stored month ranks them; a task at a place that the month does not show stands by itself. */
const rowsOf = (hotspots: readonly SharedHotspot[], tasks: readonly ShiftTask[]): Row[] => {
  const shown = hotspots.map((hotspot): Row => ({
    id: hotspot.id,
    name: hotspot.name,
    windows: hotspot.findings?.windows ?? [],
    dayParts: hotspot.findings?.dayParts ?? [],
    tasks: tasks.filter(({ hotspotId }) => hotspotId === hotspot.id),
  }))
  const others = [...new Set(tasks.map(({ hotspotId }) => hotspotId))]
    .filter((id) => !shown.some((row) => row.id === id))
    .map((id): Row => {
      const here = tasks.filter(({ hotspotId }) => hotspotId === id)
      return { id, name: here[0]!.hotspotName, windows: [], dayParts: [], tasks: here }
    })
  return [...shown, ...others].toSorted((a, b) => Number(b.tasks.length > 0) - Number(a.tasks.length > 0))
}

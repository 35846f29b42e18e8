import { useState } from 'preact/hooks'
import type { HourWindow } from '../../server/patrols/schema.ts'
import { windowWords } from '../findings/times.ts'
import { Checkboxes } from '../form/choices.tsx'
import { LinkButton, SelectField } from '../form/fields.tsx'
import { isSameWindow, offered } from './plan-draft.ts'
import { isNight } from './words.ts'

interface WindowChoiceProps {
  best: readonly HourWindow[]
  chosen: readonly HourWindow[]
  error: string | undefined
  onChange: (windows: HourWindow[]) => void
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const nameOf = ({ fromHour, hours }: HourWindow) => `${fromHour} ${hours}`

/** When a place is visited: its best times to tick, and others to add. */
export const WindowChoice = ({ best, chosen, error, onChange }: WindowChoiceProps) => {
  const [isAdding, setIsAdding] = useState(false)
  // What was added stays to be ticked again.
  const [added, setAdded] = useState<HourWindow[]>([])
  const windows = offered(best, [
    ...chosen,
    ...added.filter((one) => !chosen.some((other) => isSameWindow(one, other))),
  ])
  const isBest = (window: HourWindow) => best.some((other) => isSameWindow(other, window))
  return (
    <>
      <Checkboxes
        id="plan-windows"
        label="When"
        hint={
          best.length > 0
            ? 'The best times are those of the latest stored month. Others can be added.'
            : 'Too few reports of too few children have a known time to name a best one: add the times that you know of.'
        }
        error={error}
        values={chosen.map(nameOf)}
        choices={windows.map((window) => ({
          value: nameOf(window),
          label: `${windowWords(window)}, ${isNight(window) ? 'night' : 'day'}${isBest(window) ? ' (best time)' : ''}`,
        }))}
        onChange={(names) => onChange(windows.filter((window) => names.includes(nameOf(window))))}
      />
      {isAdding ? (
        <AddWindow
          onAdd={(window) => {
            setAdded((before) => [...before, window])
            onChange([...chosen.filter((other) => !isSameWindow(other, window)), window])
            setIsAdding(false)
          }}
          onCancel={() => setIsAdding(false)}
        />
      ) : (
        <p class="govuk-body">
          <LinkButton onClick={() => setIsAdding(true)}>Add another time</LinkButton>
        </p>
      )}
    </>
  )
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

const AddWindow = ({ onAdd, onCancel }: { onAdd: (window: HourWindow) => void; onCancel: () => void }) => {
  const [day, setDay] = useState('4')
  const [from, setFrom] = useState('18')
  const [hours, setHours] = useState('3')
  return (
    <div class="app-inset app-add-window">
      <div class="app-row">
        <SelectField
          id="window-day"
          label="Day"
          value={day}
          options={DAYS.map((label, i) => ({ value: String(i), label }))}
          onChange={setDay}
        />
        <SelectField
          id="window-from"
          label="From"
          value={from}
          options={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: clock(hour) }))}
          onChange={setFrom}
        />
        <SelectField
          id="window-hours"
          label="Hours"
          value={hours}
          options={[1, 2, 3, 4, 5, 6, 8, 10, 12].map((length) => ({ value: String(length), label: String(length) }))}
          onChange={setHours}
        />
      </div>
      <div class="govuk-button-group govuk-!-margin-bottom-0">
        <button
          type="button"
          class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
          onClick={() => onAdd({ fromHour: Number(day) * 24 + Number(from), hours: Number(hours) })}
        >
          Add this time
        </button>
        <LinkButton onClick={onCancel}>Cancel</LinkButton>
      </div>
    </div>
  )
}

import { useState } from 'preact/hooks'
import { DateField, toDay, type TypedDay } from '../form/date-field.tsx'
import { goTo } from '../state/router.ts'
import { addDays, periodOf, periodWords, presets, withParameters, type Period } from './filters.ts'
import { Popover } from './popover.tsx'

/** The days that are looked at: three usual periods, or any other by its first and last day. */
export const PeriodFilter = ({ address, usual }: { address: URL; usual: Period }) => {
  const period = periodOf(address, usual)
  const show = ({ from, to }: Period) => {
    const isUsual = from === usual.from && to === usual.to
    goTo(withParameters(address, { from: isUsual ? undefined : from, to: isUsual ? undefined : to }))
  }

  return (
    <Popover label="Period" value={periodWords(period)}>
      {(close) => (
        <>
          <ul class="app-choices">
            {presets({ period: usual }).map(({ label, period: preset }) => (
              <li key={label}>
                <button
                  type="button"
                  class="app-choice"
                  aria-pressed={preset.from === period.from && preset.to === period.to}
                  onClick={() => {
                    show(preset)
                    close()
                  }}
                >
                  {label}
                  <span class="app-choice__hint">{periodWords(preset)}</span>
                </button>
              </li>
            ))}
          </ul>
          <OtherDays
            key={period.from + period.to}
            period={period}
            onShow={(other) => {
              show(other)
              close()
            }}
          />
        </>
      )}
    </Popover>
  )
}

const typed = (day: string): TypedDay => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { day: String(Number(date)), month: String(Number(month)), year }
}

const OtherDays = ({ period, onShow }: { period: Period; onShow: (period: Period) => void }) => {
  const [first, setFirst] = useState(() => typed(period.from))
  const [last, setLast] = useState(() => typed(addDays(period.to, -1)))
  const [isTried, setIsTried] = useState(false)

  const from = toDay(first)
  const until = toDay(last)
  const notADay = 'Give a day, a month and a year, such as 1 7 2022.'
  const errors = {
    first: from ? undefined : notADay,
    last: until ? (from && until < from ? 'The last day must not be before the first.' : undefined) : notADay,
  }
  const submit = (event: Event) => {
    event.preventDefault()
    setIsTried(true)
    if (from && until && from <= until) onShow({ from, to: addDays(until, 1) })
  }
  return (
    <form class="app-popover__form" onSubmit={submit} noValidate>
      <DateField
        id="first-day"
        label="First day"
        value={first}
        onChange={setFirst}
        error={isTried ? errors.first : undefined}
      />
      <DateField
        id="last-day"
        label="Last day"
        value={last}
        onChange={setLast}
        error={isTried ? errors.last : undefined}
      />
      <button type="submit" class="govuk-button govuk-button--secondary app-button-small">
        Show these days
      </button>
    </form>
  )
}

interface CounterProps {
  id: string
  label: string
  value: number
  most: number
  onChange: (value: number) => void
}

/** A number that is tapped up and down, or typed. */
export const Counter = ({ id, label, value, most, onChange }: CounterProps) => {
  const set = (next: number) => onChange(Math.min(most, Math.max(0, next)))
  return (
    <div class="app-counter">
      <label class="app-counter__label" for={id}>
        {label}
      </label>
      <div class="app-counter__buttons">
        <button
          type="button"
          class="app-counter__step"
          aria-label={`One less: ${label}`}
          onClick={() => set(value - 1)}
        >
          −
        </button>
        <input
          id={id}
          class="govuk-input app-counter__value"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={3}
          value={value}
          onInput={(event) => set(Number(event.currentTarget.value.replaceAll(/\D/g, '')) || 0)}
        />
        <button
          type="button"
          class="app-counter__step"
          aria-label={`One more: ${label}`}
          onClick={() => set(value + 1)}
        >
          +
        </button>
      </div>
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface PopoverProps {
  label: string
  /** What is chosen now. */
  value: string
  children: (close: () => void) => ComponentChildren
}

/** A filter that opens: it shows what is chosen, and closes on Escape, on a click elsewhere and when its form says so. */
export const Popover = ({ label, value, children }: PopoverProps) => {
  const details = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (!details.current?.open) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }

  useEffect(() => {
    const onPointer = (event: Event) => {
      if (details.current && !details.current.contains(event.target as Node)) details.current.open = false
    }
    document.addEventListener('pointerdown', onPointer)
    return () => document.removeEventListener('pointerdown', onPointer)
  }, [])

  return (
    <details
      class="app-popover"
      ref={details}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <summary class="app-filter">
        <span class="app-filter__label">{label}</span>
        <span class="app-filter__value">{value}</span>
      </summary>
      <div class="app-popover__box">{children(close)}</div>
    </details>
  )
}

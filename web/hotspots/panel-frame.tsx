import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface PanelFrameProps {
  hotspot: { rank: number; name: string }
  /** True where the panel has the whole screen. */
  isSheet: boolean
  /** True where a person opened it here, not an address that was sent to them. */
  takesFocus: boolean
  onClose: () => void
  children: ComponentChildren
}

/** A place's panel, whoever reads it: its name, the way out by button and Escape, the focus when it opens. */
export const PanelFrame = ({ hotspot, isSheet, takesFocus, onClose, children }: PanelFrameProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus, hotspot.rank])

  return (
    <section
      class="app-panel"
      aria-labelledby="panel-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div class="app-panel__top">
        <h2 class="app-panel__title" id="panel-title" tabIndex={-1} ref={heading}>
          {hotspot.rank}. {hotspot.name}
        </h2>
        <button type="button" class="app-panel__close" onClick={onClose}>
          {isSheet ? 'Back' : 'Close'}
          <span class="govuk-visually-hidden"> {isSheet ? 'to the list' : `the panel of ${hotspot.name}`}</span>
        </button>
      </div>
      {children}
    </section>
  )
}

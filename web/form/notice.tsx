import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface NoticeProps {
  children: ComponentChildren
  kind?: 'success' | 'important'
  /** Takes the focus when it appears: where it is the answer to what was just done. */
  takesFocus?: boolean
}

/** A GOV.UK notification banner: it stays until the page says otherwise. */
export const Notice = ({ children, kind = 'success', takesFocus = false }: NoticeProps) => {
  const banner = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) banner.current?.focus()
  }, [takesFocus])

  return (
    <div
      class={`govuk-notification-banner app-notice${kind === 'success' ? ' govuk-notification-banner--success' : ''}`}
      role={kind === 'success' ? 'status' : 'alert'}
      aria-label={kind === 'success' ? 'Done' : 'Important'}
      tabIndex={-1}
      ref={banner}
    >
      <div class="govuk-notification-banner__content">{children}</div>
    </div>
  )
}

import { useState } from 'preact/hooks'
import { Notice } from '../form/notice.tsx'

export interface Told {
  name: string
  link: string
}

/** The link that sets a password: shown once, kept nowhere. */
export const NewLink = ({ told: { name, link }, onDone }: { told: Told; onDone: () => void }) => {
  const [isCopied, setIsCopied] = useState(false)
  const address = new URL(link, window.location.origin).href
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    )
  return (
    <Notice takesFocus>
      <p class="govuk-body">
        <strong>Give this link to {name}</strong>, by hand or by a way that only they read. It sets their password once,
        within three days, and is not shown again.
      </p>
      <p class="govuk-body">
        <code class="app-key app-break">{address}</code>
      </p>
      <div class="govuk-button-group govuk-!-margin-bottom-0">
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void copy()}>
          Copy the link
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={onDone}>
          I have given it
        </button>
        <span class="govuk-body-s" role="status">
          {isCopied ? 'Copied.' : ''}
        </span>
      </div>
    </Notice>
  )
}

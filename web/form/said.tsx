import { Notice } from './notice.tsx'

/** What was just done, in a sentence; nothing where nothing was. */
export const Said = ({ words }: { words: string }) =>
  words === '' ? null : (
    <Notice key={words} takesFocus>
      <p class="govuk-body govuk-!-margin-bottom-0">{words}</p>
    </Notice>
  )

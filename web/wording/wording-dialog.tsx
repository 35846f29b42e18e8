import { useLayoutEffect, useRef } from 'preact/hooks'
import { askedWords, settleWords, type AskedWord } from '../state/wording.ts'

/** Asks about words that may say who somebody is, wherever a text is to be kept that partners read. */
export const WordingDialog = () => (askedWords.value ? <Dialog words={askedWords.value} /> : null)

const Dialog = ({ words }: { words: AskedWord[] }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  // A dialog of the browser keeps the focus inside, and gives it back to the form when it is closed.
  useLayoutEffect(() => {
    const opened = dialog.current!
    opened.showModal()
    return () => opened.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      class="app-dialog"
      aria-labelledby="wording-title"
      onCancel={(event) => {
        event.preventDefault()
        settleWords(false)
      }}
    >
      <h2 class="govuk-heading-m govuk-!-margin-bottom-2" id="wording-title">
        {words.length === 1 ? 'Look at these words first' : `Look at these ${words.length} places first`}
      </h2>
      <p class="govuk-body">
        Partners read this text, and it goes into packs and minutes. It must not say who a child or anybody else is.
      </p>
      <ul class="govuk-list govuk-list--bullet app-asked-words">
        {words.map(({ phrase, detail, before, after }) => (
          <li key={`${phrase} ${before}`}>
            {detail}
            {(before !== '' || after !== '') && (
              <span class="app-asked-words__text">
                {before}
                <mark>{phrase}</mark>
                {after}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        Keep the words only where they name nobody: a street, a shop, an organisation. The service remembers that you
        looked, with your name, and does not ask about them again.
      </p>
      <div class="govuk-button-group govuk-!-margin-bottom-0">
        <button type="button" class="govuk-button govuk-!-margin-bottom-2" onClick={() => settleWords(false)}>
          Change the text
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary govuk-!-margin-bottom-2"
          onClick={() => settleWords(true)}
        >
          Keep these words: they name nobody
        </button>
      </div>
    </dialog>
  )
}

import { LinkButton } from '../form/fields.tsx'
import { pageHere } from '../state/router.ts'
import { countOf } from '../words.ts'
import { dropText, isOffline, isUnsaved, saveText, unsavedTexts, type KeptText } from './kept-texts.ts'

/** On every page: what was written for a meeting and the service does not have yet. Nothing while it is being written where one looks. */
export const KeptNotice = () => {
  const here = pageHere()
  const isHere = ({ href }: KeptText) => href === here
  const texts = unsavedTexts.value.filter(
    (text) => isUnsaved(text) && (!isHere(text) || text.state === 'offline' || text.theirs || text.problem),
  )
  const isCutOff = isOffline.value || texts.some(({ state }) => state === 'offline')
  if (texts.length === 0 && !(isOffline.value && here.startsWith('/meetings/'))) return null
  return (
    <aside class="app-kept-notice app-no-print" aria-label="Not saved yet">
      <p class="app-kept-notice__title" role="status">
        {isCutOff && 'No connection. What you write is kept on this page, and sent when there is one. '}
        {texts.length > 0 && `${countOf(texts.length, 'text')} not saved yet.`}
      </p>
      {texts.length > 0 && (
        <ul class="app-kept-notice__texts">
          {texts.map((text) => (
            <Unsaved key={text.id} text={text} isHere={isHere(text)} />
          ))}
        </ul>
      )}
    </aside>
  )
}

const Unsaved = ({ text, isHere }: { text: KeptText; isHere: boolean }) => (
  <li>
    {text.called}: {whyWords(text)}{' '}
    {!isHere && (
      <a class="govuk-link" href={text.href}>
        Go there
      </a>
    )}{' '}
    {isHere && text.problem && <LinkButton onClick={() => dropText(text.id)}>Take it back</LinkButton>}{' '}
    {text.problem && <LinkButton onClick={() => void saveText(text.id)}>Send again</LinkButton>}{' '}
    {!isHere && !text.isPartB && (
      <details>
        <summary>The words</summary>
        <p class="app-words">{text.draft}</p>
        <LinkButton onClick={() => dropText(text.id)}>Take them back</LinkButton>
      </details>
    )}
  </li>
)

const whyWords = ({ state, theirs, problem }: KeptText): string => {
  if (state === 'offline') return 'waits for a connection.'
  if (theirs) return 'somebody else wrote there too.'
  return problem ? problem.message : 'not sent.'
}

import type { Change, Findings } from '../../server/findings/schema.ts'
import { CHANGE_WORDS_SHOWN, TREND_WORDS } from './words.ts'

/** What the meeting has to talk about stands out; that nothing is known does not. */
const TALKED_ABOUT = ['worsening', 'improving', 'new', 'emerging']

/** “no clear change; emerging”, inside a sentence. */
export const FindingWords = ({ change, trend }: { change: Change['word']; trend: Findings['trend'] }) => (
  <>
    <Word of={change} shown={CHANGE_WORDS_SHOWN} />; <Word of={trend} shown={TREND_WORDS} />
  </>
)

const Word = <Key extends string>({ of, shown }: { of: Key; shown: Record<Key, string> }) => {
  const word = shown[of].toLowerCase()
  return TALKED_ABOUT.includes(of) ? <strong class="app-ranked__finding">{word}</strong> : <>{word}</>
}

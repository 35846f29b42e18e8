import type { ComponentChildren } from 'preact'
import type { Hotspot } from '../../server/hotspots/schema.ts'
import { childrenWords, oneChildSentence, oneChildWords } from './sentences.ts'

interface LimitsProps {
  hotspot: Pick<Hotspot, 'topChildShare' | 'reports'>
  /** How many children were reported here more than once, where that is known. */
  repeatChildren: number | undefined
  /** What else keeps the numbers from saying too much, as list items. */
  children?: ComponentChildren
}

/** The sentences that keep small numbers from saying too much. */
export const Limits = ({ hotspot, repeatChildren = 0, children }: LimitsProps) => {
  const oneChild = oneChildSentence(hotspot)
  return (
    <ul class="app-limits">
      {oneChild ? (
        <li class="app-limits__warning">{oneChild} It may say more about the child than about the place.</li>
      ) : (
        <li>
          No child gives more than {oneChildWords(hotspot)} reports
          {repeatChildren > 0 && `; ${repeatWords(repeatChildren)} reported here more than once`}.
        </li>
      )}
      {children}
    </ul>
  )
}

const repeatWords = (children: number) => `${childrenWords(children)} ${children === 1 ? 'was' : 'were'}`

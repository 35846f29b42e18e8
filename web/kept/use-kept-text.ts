import { useEffect } from 'preact/hooks'
import {
  dropText,
  isUnsaved,
  keptText,
  saveText,
  settleText,
  writeText,
  type KeptText,
  type SavedText,
  type TextTarget,
} from './kept-texts.ts'

export interface KeptTextHandle extends Pick<KeptText, 'draft' | 'state' | 'theirs' | 'problem'> {
  /** There is something that the service does not have yet. */
  isUnsaved: boolean
  write: (words: string) => void
  save: () => Promise<void>
  /** Settles a conflict: goes on from what somebody else wrote, with these words. */
  settle: (words: string) => void
  drop: () => void
}

/**
 * A text that two people may write at once. What is typed stays, in memory alone and whichever page is looked at, until the service has it:
 * without a connection it waits and is sent when there is one again; where somebody else was first both texts are shown and nothing is
 * overwritten.
 * @param id of the text, not of the field alone: the same on every page that it can be written on
 * @param saved as the service has it; a newer one is shown only while nothing is unsaved, so that a conflict is found and not hidden
 */
export const useKeptText = (id: string, saved: SavedText, target: TextTarget): KeptTextHandle => {
  const kept = keptText(id)
  const isOurs = kept !== undefined && (isUnsaved(kept) || kept.base.version >= saved.version)
  useEffect(
    () => () => {
      const left = keptText(id)
      if (left && left.state !== 'saving' && !isUnsaved(left)) dropText(id)
    },
    [id],
  )
  return {
    draft: isOurs ? kept.draft : saved.words,
    isUnsaved: isOurs && isUnsaved(kept),
    state: isOurs ? kept.state : 'idle',
    theirs: kept?.theirs,
    problem: kept?.problem,
    write: (words) => writeText(id, target, saved, words),
    save: () => saveText(id),
    settle: (words) => settleText(id, words),
    drop: () => dropText(id),
  }
}

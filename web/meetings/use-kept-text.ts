import { useEffect, useRef, useState } from 'preact/hooks'
import { ApiError } from '../state/api.ts'

/** A text as the service has it. */
export interface SavedText {
  words: string
  version: number
}

export interface KeptText {
  draft: string
  /** There is something that the service does not have yet. */
  isUnsaved: boolean
  state: 'idle' | 'saving' | 'saved' | 'offline'
  /** What somebody else wrote meanwhile. */
  theirs: SavedText | undefined
  problem: ApiError | undefined
  write: (words: string) => void
  save: () => Promise<void>
  /** Settles a conflict: goes on from what somebody else wrote, with these words. */
  settle: (words: string) => void
}

const RETRY_MS = 10_000

/**
 * A text that two people may write at once. What is typed stays here, in memory alone, until the service has it: without a connection it
 * waits and is sent when there is one again; where somebody else was first both texts are shown and nothing is overwritten.
 * @param saved as the service has it; a newer one takes the place of the draft only while nothing is unsaved
 * @param send keeps the words, of a version; rejects with an `ApiError` @param newest what the service has now
 */
export const useKeptText = (
  saved: SavedText,
  send: (words: string, version: number) => Promise<SavedText>,
  newest: () => Promise<SavedText>,
): KeptText => {
  const [draft, setDraft] = useState(saved.words)
  const [base, setBase] = useState(saved)
  const [state, setState] = useState<KeptText['state']>('idle')
  const [theirs, setTheirs] = useState<SavedText>()
  const [problem, setProblem] = useState<ApiError>()
  const isUnsaved = draft !== base.words
  const now = useRef({ draft, base, isSaving: false })
  now.current = { ...now.current, draft, base }

  useEffect(() => {
    if (saved.version <= base.version || theirs) return
    if (!isUnsaved) setDraft(saved.words)
    // What is unsaved is sent of the version that it was begun from, so that a conflict is found and not hidden.
    if (!isUnsaved) setBase(saved)
  }, [saved.version])

  const save = async () => {
    const { draft: words, base: from, isSaving } = now.current
    if (isSaving || words === from.words) return
    now.current.isSaving = true
    setState('saving')
    setProblem(undefined)
    try {
      setBase(await send(words, from.version))
      setState('saved')
    } catch (error) {
      await refused(error as ApiError)
    }
    now.current.isSaving = false
  }

  const refused = async (error: ApiError) => {
    if (error.status === 0 && error.slug === 'unreachable') return setState('offline')
    if (error.slug === 'changed-meanwhile')
      try {
        setTheirs(await newest())
        return setState('idle')
      } catch (later) {
        if ((later as ApiError).status === 0) return setState('offline')
      }
    setState('idle')
    setProblem(error)
  }

  useEffect(() => {
    if (state !== 'offline') return
    const again = () => void save()
    const timer = setInterval(again, RETRY_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [state])

  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsaved])

  return {
    draft,
    isUnsaved,
    state,
    theirs,
    problem,
    save,
    write: (words) => {
      setDraft(words)
      if (state === 'saved') setState('idle')
    },
    settle: (words) => {
      if (!theirs) return
      setBase(theirs)
      setTheirs(undefined)
      setDraft(words)
    },
  }
}

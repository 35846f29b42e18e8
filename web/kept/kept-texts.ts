import { computed, effect, signal } from '@preact/signals'
import type { ApiError } from '../state/api.ts'

/** A text as the service has it. */
export interface SavedText {
  words: string
  version: number
}

/** Where a text goes, and what it is called while it has not got there. */
export interface TextTarget {
  /** What it is, in the list of what is not saved: nothing about a child. */
  called: string
  /** The page that it is written on. */
  href: string
  /** It is about a child: its words are shown on that page alone. */
  isPartB?: boolean
  /** Keeps the words, of a version; rejects with an `ApiError`. */
  send: (words: string, version: number) => Promise<SavedText>
  /** What the service has now. */
  newest: () => Promise<SavedText>
}

export interface KeptText extends TextTarget {
  id: string
  draft: string
  /** What the draft was begun from. */
  base: SavedText
  state: 'idle' | 'saving' | 'saved' | 'offline'
  /** What somebody else wrote meanwhile. */
  theirs?: SavedText | undefined
  problem?: ApiError | undefined
  /** Left while it was being sent: it is sent once more. */
  isWanted?: boolean
}

const RETRY_MS = 10_000

/** In this page's memory alone: a text stays here, whichever page is looked at, until the service has it. */
const texts = signal<ReadonlyMap<string, KeptText>>(new Map())

export const isUnsaved = ({ draft, base }: Pick<KeptText, 'draft' | 'base'>): boolean => draft !== base.words

/** Whether something was begun under an id that the service does not have yet. */
export const hasBegun = (id: string): boolean => {
  const text = texts.value.get(id)
  return text !== undefined && isUnsaved(text)
}

export const keptText = (id: string): KeptText | undefined => texts.value.get(id)

/** What the service does not have yet. */
export const unsavedTexts = computed(() => [...texts.value.values()].filter(isUnsaved))

const put = (text: KeptText) => {
  texts.value = new Map(texts.value).set(text.id, text)
}
const change = (id: string, changed: Partial<KeptText>) => {
  const text = texts.peek().get(id)
  if (text) put({ ...text, ...changed })
}

/** Lets a text go, whatever it says. */
export const dropText = (id: string) => {
  const left = new Map(texts.value)
  left.delete(id)
  texts.value = left
}

/** Takes down what is typed. @param saved what the service had when it was begun */
export const writeText = (id: string, target: TextTarget, saved: SavedText, draft: string) => {
  const before = texts.peek().get(id)
  const begun = before && (isUnsaved(before) || before.base.version >= saved.version) ? before : undefined
  const state = begun && begun.state !== 'saved' ? begun.state : 'idle'
  put({ base: saved, ...begun, ...target, id, draft, state })
}

/** Sends a text, where there is anything to send. Two never go at once. */
export const saveText = async (id: string): Promise<void> => {
  const text = texts.peek().get(id)
  if (!text || text.theirs || !isUnsaved(text)) return
  if (text.state === 'saving') return change(id, { isWanted: true })
  change(id, { state: 'saving', problem: undefined, isWanted: false })
  try {
    const base = await text.send(text.draft, text.base.version)
    const now = texts.peek().get(id)
    // The service may have trimmed what it took; what was typed meanwhile stays.
    change(id, { base, state: 'saved', ...(now?.draft === text.draft && { draft: base.words }) })
  } catch (error) {
    await refused(text, error as ApiError)
  }
  if (texts.peek().get(id)?.isWanted) await saveText(id)
}

const isUnreachable = ({ status, slug }: ApiError) => status === 0 && slug === 'unreachable'

const refused = async ({ id, newest }: KeptText, error: ApiError) => {
  if (isUnreachable(error)) return change(id, { state: 'offline' })
  if (error.slug !== 'changed-meanwhile') return change(id, { state: 'idle', problem: error })
  try {
    const theirs = await newest()
    // Both wrote the same: there is nothing to choose.
    if (theirs.words === texts.peek().get(id)?.draft) return change(id, { base: theirs, state: 'saved' })
    change(id, { theirs, state: 'idle' })
  } catch (later) {
    change(id, isUnreachable(later as ApiError) ? { state: 'offline' } : { state: 'idle', problem: later as ApiError })
  }
}

/** Settles a conflict: goes on from what somebody else wrote, with these words. */
export const settleText = (id: string, words: string) => {
  const theirs = texts.peek().get(id)?.theirs
  if (theirs) change(id, { base: theirs, theirs: undefined, draft: words, state: 'idle' })
}

/** True while the browser knows of no network. */
export const isOffline = signal(!navigator.onLine)

const sendAll = () => {
  for (const { id, state } of texts.peek().values()) if (state === 'offline') void saveText(id)
}
window.addEventListener('online', () => {
  isOffline.value = false
  sendAll()
})
window.addEventListener('offline', () => {
  isOffline.value = true
})

// A connection may be back before the browser says so.
const isWaiting = computed(() => unsavedTexts.value.some(({ state }) => state === 'offline'))
let again: ReturnType<typeof setInterval> | undefined
effect(() => {
  clearInterval(again)
  if (isWaiting.value) again = setInterval(sendAll, RETRY_MS)
})

const warn = (event: BeforeUnloadEvent) => event.preventDefault()
const hasUnsaved = computed(() => unsavedTexts.value.length > 0)
effect(() => {
  if (hasUnsaved.value) window.addEventListener('beforeunload', warn)
  else window.removeEventListener('beforeunload', warn)
})

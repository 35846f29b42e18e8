import { useEffect, useState } from 'preact/hooks'
import { ApiError, ask } from '../state/api.ts'

export interface Loaded<Answer> {
  data: Answer | undefined
  problem: ApiError | undefined
  isLoading: boolean
  reload: () => void
  /** Puts what an action answered in place of what was loaded. */
  replace: (data: Answer) => void
}

/** Asks for `path` when a page opens or the path changes; what was there before stays in sight until the answer comes. */
export const useLoaded = <Answer>(path: string | undefined): Loaded<Answer> => {
  const [data, setData] = useState<Answer>()
  const [problem, setProblem] = useState<ApiError>()
  const [isLoading, setIsLoading] = useState(path !== undefined)
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    if (path === undefined) return
    const stop = new AbortController()
    setIsLoading(true)
    ask<Answer>(path, { signal: stop.signal }).then(
      (answer) => {
        setData(answer)
        setProblem(undefined)
        setIsLoading(false)
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        setProblem(error as ApiError)
        setIsLoading(false)
      },
    )
    return () => stop.abort()
  }, [path, turn])

  const reload = () => {
    // Said at once: whoever waits for the answer must not take the old one for it.
    setIsLoading(true)
    setTurn((before) => before + 1)
  }
  return { data, problem, isLoading, reload, replace: (next) => setData(next) }
}

/** A list that pages by keyset: `more` adds the next page to what is shown. */
export const useList = <Answer extends { next: string | null }, Item>(
  path: string,
  itemsOf: (answer: Answer) => Item[],
) => {
  const first = useLoaded<Answer>(path)
  const [later, setLater] = useState<Answer[]>([])
  const [moreProblem, setMoreProblem] = useState<ApiError>()
  const [isFetchingMore, setIsFetchingMore] = useState(false)
  useEffect(() => setLater([]), [first.data])

  const pages = first.data ? [first.data, ...later] : []
  const next = pages.at(-1)?.next ?? null
  const more = async () => {
    if (next === null || isFetchingMore) return
    setIsFetchingMore(true)
    try {
      const answer = await ask<Answer>(`${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`)
      setLater((before) => [...before, answer])
      setMoreProblem(undefined)
    } catch (error) {
      setMoreProblem(error as ApiError)
    }
    setIsFetchingMore(false)
  }
  return { ...first, items: pages.flatMap(itemsOf), hasMore: next !== null, more, moreProblem, isFetchingMore }
}

import { useEffect, useRef, useState } from 'preact/hooks'
import type { ApiError } from '../state/api.ts'

/** Something that takes its time and can be stopped; it stops too when the page is left. */
export const useLongJob = () => {
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle')
  const [problem, setProblem] = useState<ApiError>()
  const stopper = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => stopper.current?.abort(), [])

  const run = async (job: (signal: AbortSignal) => Promise<void>) => {
    stopper.current = new AbortController()
    const { signal } = stopper.current
    setState('busy')
    setProblem(undefined)
    try {
      await job(signal)
      setState('done')
    } catch (error) {
      setState('idle')
      if (!signal.aborted) setProblem(error as ApiError)
    }
  }
  return { state, problem, run, stop: () => stopper.current?.abort() }
}

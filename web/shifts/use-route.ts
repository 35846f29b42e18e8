import { useRef, useState } from 'preact/hooks'
import type { ShiftRoute } from '../../server/shifts/schema.ts'
import { ask, type ApiError } from '../state/api.ts'
import type { ShiftTimes } from './shift-times.ts'

/** A shift’s route as the service works it out: the latest question has the say, whichever answer comes first. */
export const useRoute = () => {
  const [route, setRoute] = useState<ShiftRoute>()
  const [problem, setProblem] = useState<ApiError>()
  const [isBusy, setIsBusy] = useState(false)
  const turn = useRef(0)

  const workOut = async (body: ShiftTimes & ({ patrolIds: string[] } | { order: string[] })) => {
    const mine = ++turn.current
    setIsBusy(true)
    setProblem(undefined)
    try {
      const answer = await ask<ShiftRoute>('/api/shifts/route', { method: 'POST', body })
      if (mine === turn.current) setRoute(answer)
    } catch (error) {
      if (mine === turn.current) setProblem(error as ApiError)
    }
    if (mine === turn.current) setIsBusy(false)
  }
  return { route, setRoute, problem, isBusy, workOut }
}

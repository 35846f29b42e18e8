import { useState } from 'preact/hooks'
import type { ApiError } from '../state/api.ts'
import type { FieldErrors } from './errors.tsx'

/**
 * A form on its way to the service: what is wrong with its fields, what the service said no with, whether it is under way.
 * @param fieldOf the field's id for each pointer that the service may name, such as `{ '/name': 'name' }`
 */
export const useSending = (fieldOf: Record<string, string> = {}) => {
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState<ApiError>()
  const [isBusy, setIsBusy] = useState(false)

  /** Does the work, unless something is wrong already. */
  const send = async (wrong: FieldErrors, work: () => Promise<void>) => {
    setErrors(wrong)
    setProblem(undefined)
    if (Object.keys(wrong).length > 0 || isBusy) return
    setIsBusy(true)
    try {
      await work()
    } catch (error) {
      const byField = errorsByField(error as ApiError, fieldOf)
      if (byField) setErrors(byField)
      else setProblem(error as ApiError)
    }
    setIsBusy(false)
  }
  return { errors, problem, isBusy, send }
}

/** What was said of each field; undefined where something was said that belongs to none. */
const errorsByField = ({ errors }: ApiError, fieldOf: Record<string, string>): FieldErrors | undefined => {
  const named = errors.map(({ pointer = '', detail }) => [fieldOf[pointer], detail] as const)
  if (named.length === 0 || named.some(([field]) => field === undefined)) return undefined
  return Object.fromEntries(named as [string, string][])
}

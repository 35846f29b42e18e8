import { signal } from '@preact/signals'
import type { Setup } from '../../server/map/schema.ts'
import { ask, type ApiError } from './api.ts'

/** What a page needs before it can draw anything, asked for once. */
export const setup = signal<Setup | undefined>(undefined)
export const setupProblem = signal<ApiError | undefined>(undefined)

export const loadSetup = async () => {
  setupProblem.value = undefined
  try {
    setup.value = await ask<Setup>('/api/setup')
  } catch (error) {
    setupProblem.value = error as ApiError
  }
}

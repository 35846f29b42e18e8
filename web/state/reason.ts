import { signal } from '@preact/signals'

/** The subjects that wait for a reason, in the order they were met; empty: nothing is asked. One dialog asks for all of them. */
export const askedSubjects = signal<string[]>([])

/** True once a request was told that nobody is signed in any more. */
export const hasSessionEnded = signal(false)

interface Waiting {
  subject: string
  settle: (isGiven: boolean) => void
}

let waiting: Waiting[] = []

const tell = () => {
  askedSubjects.value = [...new Set(waiting.map(({ subject }) => subject))]
}

/** Waits until the person said why they look (true) or would not say (false). Rejects when the request is no longer wanted. */
export const reasonFor = (subject: string, stop?: AbortSignal): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const one: Waiting = { subject, settle: resolve }
    waiting.push(one)
    stop?.addEventListener('abort', () => {
      waiting = waiting.filter((other) => other !== one)
      tell()
      reject(stop.reason as Error)
    })
    tell()
  })

/** Lets all requests about some subjects go on, or tells them that no reason was given. */
export const settleReasons = (subjects: readonly string[], isGiven: boolean) => {
  const settled = waiting.filter(({ subject }) => subjects.includes(subject))
  waiting = waiting.filter(({ subject }) => !subjects.includes(subject))
  tell()
  for (const { settle } of settled) settle(isGiven)
}

import { expect, test } from 'vitest'
import { oneAtATime } from '../../server/print/one-at-a-time.ts'

const never = () => new AbortController().signal

/** A job that is over when it is told so. */
const jobOf = (name: string, ran: string[]) => {
  let end = () => {}
  let fail = () => {}
  const over = new Promise<string>((resolve, reject) => {
    end = () => resolve(name)
    fail = () => reject(new Error(name))
  })
  const job = () => {
    ran.push(name)
    return over
  }
  return { job, end, fail }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

test('jobs run one at a time, in the order they came, and one that fails lets the next begin', async () => {
  const inTurn = oneAtATime(2)
  const ran: string[] = []
  const [first, second, third] = [jobOf('first', ran), jobOf('second', ran), jobOf('third', ran)]
  const results = [first, second, third].map(({ job }) => inTurn(job, never()))
  await soon()
  expect(ran).toEqual(['first'])

  first.fail()
  await expect(results[0]).rejects.toThrow('first')
  expect(ran).toEqual(['first', 'second'])
  second.end()
  third.end()

  expect(await Promise.all(results.slice(1))).toEqual(['second', 'third'])
  expect(ran).toEqual(['first', 'second', 'third'])
})

test('who comes when the line is full is told to try again later', async () => {
  const inTurn = oneAtATime(1)
  const ran: string[] = []
  const [running, waiting] = [jobOf('running', ran), jobOf('waiting', ran)]
  const results = [inTurn(running.job, never()), inTurn(waiting.job, never())]

  await expect(inTurn(jobOf('one too many', ran).job, never())).rejects.toMatchObject({
    status: 503,
    slug: 'printer-busy',
    headers: { 'Retry-After': '30' },
  })

  running.end()
  waiting.end()
  await Promise.all(results)
  expect(ran).toEqual(['running', 'waiting'])
})

test('who gives up leaves the line, and whose turn it then is goes on', async () => {
  const inTurn = oneAtATime(2)
  const ran: string[] = []
  const stop = new AbortController()
  const [running, gone, last] = [jobOf('running', ran), jobOf('gone', ran), jobOf('last', ran)]
  const results = [inTurn(running.job, never()), inTurn(gone.job, stop.signal), inTurn(last.job, never())]
  stop.abort(new Error('gave up'))
  await expect(results[1]).rejects.toThrow('gave up')

  running.end()
  last.end()
  await Promise.all([results[0], results[2]])

  expect(ran).toEqual(['running', 'last'])
})

test('who has given up before its turn came does not begin', async () => {
  const ran: string[] = []

  await expect(oneAtATime(1)(jobOf('late', ran).job, AbortSignal.abort(new Error('over')))).rejects.toThrow('over')

  expect(ran).toEqual([])
})

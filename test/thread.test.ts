import { expect, test } from 'vitest'
import { inThread } from '../server/thread.ts'

const MODULE = new URL('../server/statistics/random.ts', import.meta.url)
const CHANGE = new URL('../server/statistics/child-weeks.ts', import.meta.url)

test('a function of a module works in a thread, and its result comes back as plain data', async () => {
  expect(await inThread(CHANGE, 'changeWindows', '2023-05-01')).toMatchObject({
    after: { from: '2023-01-31', to: '2023-05-01' },
  })
})

test('what the function throws is what the promise rejects with, and the process stays', async () => {
  await expect(inThread(MODULE, 'seededRandom', 0.5)).rejects.toThrow('expected a seed that is a whole number, got 0.5')
})

test('a result that cannot be copied, a name that is not there and a module that is not there are rejections too', async () => {
  await expect(inThread(MODULE, 'seededRandom', 1)).rejects.toThrow()
  await expect(inThread(MODULE, 'nobody', 1)).rejects.toThrow(/not a function/)
  await expect(inThread(new URL('./nowhere.ts', import.meta.url), 'nobody', 1)).rejects.toThrow(/nowhere/)
})

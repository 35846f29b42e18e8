/** A claim of speed or size, held to its limit by `bench/main.ts`. */
export interface Bench {
  name: string
  /** What the value is, such as `PostGIS / ours`. */
  compares: string
  limit: { atLeast: number } | { atMost: number }
  /** Measures; throws where the two sides give different answers, since their speed can't be compared then. */
  run(): Promise<Measured | Skipped>
}

export interface Measured {
  value: number
  /** The figures behind the value, on one line. */
  detail: string
}

/** Why a claim couldn't be measured here, such as a data file that is not there. */
export interface Skipped {
  skipped: string
}

/** What a file of `bench/` exports: its claims, and a way to let go of what they share. */
export interface BenchFile {
  benches: Bench[]
  close?(): Promise<void>
}

type Work = () => unknown

/**
 * Times ours and the peer in turns, so that a slow moment of the machine falls on both, after warm-up turns that don't count.
 * Returns the median of each in milliseconds and how many times ours goes into the peer's.
 */
export async function sideBySide(
  ours: Work,
  peer: Work,
  { runs = 5, warmUps = 2 } = {},
): Promise<{ oursMs: number; peerMs: number; ratio: number }> {
  const [oursTimes, peerTimes] = [[] as number[], [] as number[]]
  for (let turn = -warmUps; turn < runs; turn++) {
    const oursMs = await timeOnce(ours)
    const peerMs = await timeOnce(peer)
    if (turn < 0) continue
    oursTimes.push(oursMs)
    peerTimes.push(peerMs)
  }
  const [oursMs, peerMs] = [median(oursTimes), median(peerTimes)]
  return { oursMs, peerMs, ratio: peerMs / oursMs }
}

/** The median time of a piece of work in milliseconds, after warm-up runs that don't count. */
export async function medianTime(work: Work, { runs = 5, warmUps = 2 } = {}): Promise<number> {
  for (let run = 0; run < warmUps; run++) await timeOnce(work)
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await timeOnce(work))
  return median(times)
}

/** The time of one run in milliseconds. */
export async function timeOnce(work: Work): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Numbers in [0, 1) that are the same in every run (the minimal standard generator of Park and Miller). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

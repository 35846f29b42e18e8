import { firstFrom } from './sorted.ts'

/** Reports of one strip of the map, as high as the bandwidth, from west to east. */
interface Strip {
  x: Float64Array
  y: Float64Array
  weight: Float64Array
}

/**
 * The density of reports at each cell's centre, weight per square metre: quartic (biweight) kernel,
 * `sum of w 3 / (pi h^2) (1 - (d / h)^2)^2` over the reports nearer than the bandwidth h (Silverman 1986, 4.2). The kernel's
 * volume is 1, so that over the whole plane the surface holds the sum of the weights. Coordinates are metres of any plane,
 * such as the British National Grid's.
 * @throws RangeError where the lengths of the reports' or the cells' arrays differ, a coordinate or weight is not finite, or
 *   the bandwidth is not a positive distance
 */
export function quarticDensity(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
  bandwidthMetres: number,
  cellX: ArrayLike<number>,
  cellY: ArrayLike<number>,
): Float64Array {
  const squared = bandwidthMetres * bandwidthMetres
  if (!(bandwidthMetres > 0 && squared > 0 && squared < Infinity))
    throw new RangeError(`expected bandwidthMetres to be a positive distance, got ${bandwidthMetres}`)
  refuseUnequal('as many y and weights as x', x, y, weights)
  refuseUnequal('as many cellY as cellX', cellX, cellY)

  const strips = cutStrips(x, y, weights, bandwidthMetres)
  const density = new Float64Array(cellX.length)
  for (let cell = 0; cell < density.length; cell++) {
    const own = stripOf(cellY[cell]!, bandwidthMetres)
    let sum = 0
    for (let strip = own - 1; strip <= own + 1; strip++)
      sum += sumOver(strips.get(strip), cellX[cell]!, cellY[cell]!, bandwidthMetres)
    density[cell] = (3 / (Math.PI * squared)) * sum
  }
  return density
}

function refuseUnequal(expected: string, ...columns: ArrayLike<number>[]): void {
  const [first, ...others] = columns
  for (const { length } of others)
    if (length !== first!.length) throw new RangeError(`expected ${expected} (${first!.length}), got ${length}`)
  for (const column of columns)
    for (let i = 0; i < column.length; i++)
      if (!Number.isFinite(column[i])) throw new RangeError(`expected finite numbers, got ${column[i]} at index ${i}`)
}

const stripOf = (y: number, height: number) => Math.floor(y / height)

function cutStrips(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
  height: number,
): Map<number, Strip> {
  const members = new Map<number, number[]>()
  for (let report = 0; report < x.length; report++) {
    const strip = stripOf(y[report]!, height)
    const others = members.get(strip)
    if (others) others.push(report)
    else members.set(strip, [report])
  }
  const toStrip = (reports: number[]): Strip => {
    reports.sort((a, b) => x[a]! - x[b]!)
    return {
      x: Float64Array.from(reports, (report) => x[report]!),
      y: Float64Array.from(reports, (report) => y[report]!),
      weight: Float64Array.from(reports, (report) => weights[report]!),
    }
  }
  return new Map([...members].map(([strip, reports]) => [strip, toStrip(reports)]))
}

/** The kernel's sum over one strip, still without its constant. */
function sumOver(strip: Strip | undefined, cellX: number, cellY: number, bandwidth: number): number {
  if (!strip) return 0
  const squared = bandwidth * bandwidth
  const east = cellX + bandwidth
  let sum = 0
  for (let i = firstFrom(strip.x, cellX - bandwidth); i < strip.x.length && strip.x[i]! <= east; i++) {
    const dx = strip.x[i]! - cellX
    const dy = strip.y[i]! - cellY
    const share = 1 - (dx * dx + dy * dy) / squared
    if (share > 0) sum += strip.weight[i]! * share * share
  }
  return sum
}

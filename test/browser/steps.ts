import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { apiAt, type Answer } from '../support/app.ts'
import { demoToken, sharedDemo } from '../support/browser.ts'

/** What several browser tests do: all of them share one demo, so each uses references and names of its own. */

let turn = 0
/** A reference that no other test and no earlier run uses. */
export const ownName = (start: string) => `${start}-${Date.now().toString(36)}${turn++}`

/** The demo's API as its co-ordinator. */
export const demoApi = async () => apiAt((await sharedDemo()).address, { token: await demoToken('coordinator') })

/** A CSV with the columns of the first row; no cell needs quotes. */
export const csvOf = (rows: Record<string, string | number>[]): string => {
  const columns = Object.keys(rows[0]!)
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map((row) => row.join()).join('\n')
}

export const fileOf = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
})

/** Loads rows that the test needs beforehand, by the API. */
export const load = async (kind: 'reports' | 'episodes', rows: Record<string, string | number>[]): Promise<Answer> => {
  const api = await demoApi()
  const answer = await api.post(`/api/imports/${kind}`, csvOf(rows), { 'content-type': 'text/csv' })
  expect(answer.status, answer.text).toBe(201)
  expect(answer.body.issues).toEqual([])
  return answer
}

/** A square round a point as GeoJSON. */
export const squareRound = ([longitude, latitude]: [number, number], halfDegrees = 0.001) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
    ].map(([east, north]) => [longitude + east! * halfDegrees, latitude + north! * halfDegrees]),
  ],
})

export const makePlace = async (name: string, at: [number, number]) => {
  const api = await demoApi()
  const { status, body } = await api.post('/api/places', { name, category: 'park', geometry: squareRound(at) })
  expect(status).toBe(201)
  return body as { id: string; name: string; version: number }
}

/** The finished picture of a map. */
export const drawnMap = async (page: Page): Promise<Locator> => {
  const map = page.locator('[data-map="drawn"]').first()
  await map.waitFor()
  return map
}

/** Presses Tab until the element has the focus: a person without a mouse gets there too. */
export const tabTo = async (page: Page, target: Locator, { backwards = false, atMost = 60 } = {}) => {
  for (let pressed = 0; pressed < atMost; pressed++) {
    if (await isFocused(target)) return
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}

export const isFocused = (target: Locator) =>
  target.evaluateAll((elements) => elements.some((element) => element === document.activeElement))

export const expectFocus = (target: Locator) =>
  expect.poll(() => isFocused(target), { message: `the focus on ${String(target)}` }).toBe(true)

type Position = [longitude: number, latitude: number]

/** Where a position stands on a map that was fitted to some positions (Web Mercator, tiles of 512 pixels). */
export const pixelOn = async (
  map: Locator,
  fitted: { positions: Position[]; paddingPixels: number; maxZoom: number },
  [longitude, latitude]: Position,
) => {
  const box = (await map.boundingBox())!
  const xs = fitted.positions.map(([west]) => mercatorX(west))
  const ys = fitted.positions.map(([, north]) => mercatorY(north))
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const pixels = Math.min(
    (box.width - 2 * fitted.paddingPixels) / (right - left),
    (box.height - 2 * fitted.paddingPixels) / (bottom - top),
    512 * 2 ** fitted.maxZoom,
  )
  return {
    x: box.x + box.width / 2 + (mercatorX(longitude) - (left + right) / 2) * pixels,
    y: box.y + box.height / 2 + (mercatorY(latitude) - (top + bottom) / 2) * pixels,
  }
}

const mercatorX = (longitude: number) => (longitude + 180) / 360
const mercatorY = (latitude: number) => (1 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / Math.PI) / 2

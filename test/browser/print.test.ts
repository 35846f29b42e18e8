import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { DOCUMENTS as PRINTED_HERE } from '../../server/print/documents.ts'
import type { Printed } from '../../server/print/schema.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  keepScreenshot,
  LAPTOP,
  PHONE,
  sharedDemo,
  withPage,
} from '../support/browser.ts'
import { readPdf } from '../support/read-pdf.ts'
import { givenOutPatrol, heldMeeting } from './documents-to-print.ts'

beforeAll(sharedDemo)

interface PrintedDocument {
  path: () => Promise<string>
  as: Role
  filename: RegExp
  mostSheets: number
  says: RegExp[]
  hasMap: boolean
}

const DOCUMENTS: Record<string, PrintedDocument> = {
  pack: {
    path: async () => `/packs/${await heldMeeting()}`,
    as: 'group_chair',
    filename: /^OS_pack_2023-05\.pdf$/,
    mostSheets: 12,
    says: [/Pack for May 2023/, /Direction of travel/],
    hasMap: true,
  },
  minutes: {
    path: async () => `/meetings/${await heldMeeting()}/minutes`,
    as: 'coordinator',
    filename: /^OS_minutes_2023-05\.pdf$/,
    mostSheets: 8,
    says: [/Minutes for May 2023/],
    hasMap: false,
  },
  actions: {
    path: async () => '/actions',
    as: 'group_chair',
    filename: /^OS_actions_log\.pdf$/,
    mostSheets: 12,
    says: [/Actions/],
    hasMap: false,
  },
  briefing: {
    path: async () => `/patrols/${await givenOutPatrol()}/briefing`,
    as: 'snt_planner',
    filename: /^OS_briefing_[\w-]+\.pdf$/,
    mostSheets: 1,
    says: [/victim/],
    hasMap: true,
  },
}

/** Where the service looks whether somebody may have the document: the page has to read it there. */
const sourceOf = (printed: Printed, path: string) => PRINTED_HERE[printed].source(path.split('/')[2] ?? '')

const downloadPdf = async (page: Page) => {
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Download PDF' }).click()
  const file = await download
  return { filename: file.suggestedFilename(), pdf: readFileSync(await file.path()) }
}

/** What is a picture in the file: a map that was not drawn is none. */
const hasPicture = (pdf: Buffer) => pdf.includes('/Subtype /Image')

for (const [name, { path, as, filename, mostSheets, says, hasMap }] of Object.entries(DOCUMENTS))
  test(
    `${name} as tagged PDF: on A4, each sheet marked, titled and numbered, with no child in it`,
    { timeout: 90_000 },
    withPage(
      LAPTOP,
      async ({ page, address }) => {
        const asked: string[] = []
        page.on('request', (request) => asked.push(new URL(request.url()).pathname))
        const ownPath = await path()
        await page.goto(address + ownPath)

        const given = await downloadPdf(page)

        expect(given.filename).toMatch(filename)
        expect(asked).toContain(sourceOf(name as Printed, ownPath))
        const { isTagged, tags, outline, pages } = readPdf(given.pdf)
        const text = pages.map((sheet) => sheet.text).join(' ')
        const title = outline[0]!
        expect(isTagged).toBe(true)
        expect([...tags]).toContain('H1')
        expect(pages.length).toBeLessThanOrEqual(mostSheets)
        for (const [index, sheet] of pages.entries()) {
          expect([sheet.widthMm, sheet.heightMm]).toEqual([210, 297])
          expect(sheet.text.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2)
          expect(sheet.text).toContain(`Page ${index + 1} of ${pages.length}`)
          expect(sheet.text).toContain(title)
          expect(sheet.text).toContain('Printed by')
        }
        for (const words of says) expect(text).toMatch(words)
        expect(text).not.toMatch(/YP-\d{4}/)
        expect(text).not.toContain('Download PDF')
        expect(hasPicture(given.pdf)).toBe(hasMap)
        expect(await page.getByText('The PDF is in your downloads').isVisible()).toBe(true)
      },
      { as },
    ),
  )

test.each(Object.entries(DOCUMENTS))(
  '%s on paper: neither the way about nor anything to press; on a screen the buttons fit a phone',
  (name, { path, as }) =>
    withPage(
      PHONE,
      async ({ page, address }) => {
        await page.goto(address + (await path()))
        await page.getByRole('button', { name: 'Print', exact: true }).waitFor()
        await expectNoSidewaysScrolling(page)
        await expectNoAxeViolations(page)

        await page.emulateMedia({ media: 'print' })
        await page.setViewportSize({ width: 703, height: 1000 })
        await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
        await page.locator('[data-map="drawing"]').waitFor({ state: 'detached' })
        await keepScreenshot(page, `print-${name}`)

        expect(await page.getByRole('navigation').count()).toBe(0)
        expect(await page.getByRole('button').count()).toBe(0)
        expect(await page.getByRole('textbox').count()).toBe(0)
        await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
        await page.emulateMedia({ media: 'screen' })
        expect(await page.getByRole('button', { name: 'Print', exact: true }).isVisible()).toBe(true)
      },
      { as },
    )(),
)

test(
  'where no PDF can be made the page says to print',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.route('**/api/print', (route) => route.fulfill({ json: { canMakePdf: false } }))
      await page.goto(address + (await DOCUMENTS.pack!.path()))

      await page.getByText('No PDF can be made here. Print the page').waitFor()

      expect(await page.getByRole('button', { name: 'Download PDF' }).count()).toBe(0)
      expect(await page.getByRole('button', { name: 'Print', exact: true }).isVisible()).toBe(true)
    },
    { as: 'group_chair' },
  ),
)

test(
  'the making can be stopped, and what goes wrong is said in words',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(address + (await DOCUMENTS.pack!.path()))
      await page.getByRole('button', { name: 'Download PDF' }).click()
      await page.getByText('Making the PDF.').waitFor()
      await page.getByRole('button', { name: 'Stop making the PDF' }).click()
      await page.getByRole('button', { name: 'Download PDF' }).waitFor()
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Download PDF')

      const detail = 'Others are waiting for theirs. Try again in half a minute, or print the page.'
      const problem = {
        type: 'urn:place-risk:problem:printer-busy',
        title: 'Several PDFs are being made',
        status: 503,
        detail,
      }
      await page.route('**/api/print/**', (route) =>
        route.fulfill({ status: 503, json: problem, headers: { 'content-type': 'application/problem+json' } }),
      )
      await page.getByRole('button', { name: 'Download PDF' }).click()

      await page.getByRole('alert').getByText(detail).waitFor()
    },
    { as: 'group_chair', allow: /status of 503/ },
  ),
)

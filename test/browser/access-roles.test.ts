import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { expectNoAxeViolations, keepScreenshot, LAPTOP, sharedDemo, withPage } from '../support/browser.ts'

beforeAll(sharedDemo)

interface FirstPage {
  heading: RegExp
  sections: string[]
}

/** What each role sees first, and the sections that it is offered. */
const FIRST_PAGES: Record<Role, FirstPage> = {
  coordinator: {
    heading: /places, .* reports/,
    sections: ['Map', 'Month', 'Shared map', 'Work', 'Meeting', 'Places', 'Data', 'Runs', 'List', 'Settings'],
  },
  group_chair: {
    heading: /places, .* reports/,
    sections: ['Map', 'Month', 'Shared map', 'Work', 'Meeting', 'Places', 'Runs', 'List', 'Settings'],
  },
  group_member: { heading: /places, .* reports/, sections: ['Map', 'Shared map', 'Work', 'Meeting', 'Places'] },
  practitioner: { heading: /places, .* reports/, sections: ['Map', 'Shared map', 'Work', 'Places', 'Data'] },
  police_missing: {
    heading: /places, .* reports/,
    sections: ['Map', 'Shared map', 'Work', 'Meeting', 'Places', 'Data'],
  },
  cre_team: { heading: /places, .* reports/, sections: ['Map', 'Shared map', 'Work', 'Meeting', 'Places'] },
  qa_auditor: { heading: /places, .* reports/, sections: ['Map', 'Shared map', 'Work', 'Places'] },
  snt_planner: { heading: /^\d+ places?, |^Shared map$/, sections: ['Map', 'Visits', 'Work', 'Meeting', 'Places'] },
  snt_officer: { heading: /^\d+ places?, |^Shared map$/, sections: ['Map', 'Visits', 'Work', 'Places'] },
  youth_provider: { heading: /^Referrals$/, sections: ['Referrals', 'Shared map', 'Work', 'Meeting', 'Places'] },
  csp_analyst: { heading: /^List of places by quarter$/, sections: ['Work', 'Meeting', 'Places', 'List'] },
  committee_reader: { heading: /^Nothing for your role here yet$/, sections: [] },
  ig_auditor: { heading: /^Access log$/, sections: ['People', 'Settings', 'Access log'] },
  sysadmin: { heading: /^People$/, sections: ['Places', 'People', 'Settings', 'Access log'] },
}

test.each(Object.entries(FIRST_PAGES) as [Role, FirstPage][])(
  'a person of the role %s begins on their own first page and is offered what is theirs',
  (role, { heading, sections }) =>
    withPage(
      LAPTOP,
      async ({ page, address }) => {
        await page.goto(address)
        await page.getByRole('heading', { level: 1, name: heading }).first().waitFor({ state: 'attached' })
        await page.waitForLoadState('networkidle')
        await page.locator('[data-map="drawing"]').waitFor({ state: 'detached' })

        const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link')
        expect(await links.allTextContents()).toEqual(sections)
        await keepScreenshot(page, `first-${role}`)
        await expectNoAxeViolations(page)
      },
      { as: role },
    )(),
)

test.each([
  ['snt_officer', '/data'],
  ['youth_provider', '/runs'],
  ['csp_analyst', '/'],
  ['sysadmin', '/protected'],
  ['ig_auditor', '/references'],
  ['group_member', '/access-log'],
] as [Role, string][])('a page that is not part of the role says so in a sentence: %s at %s', (role, path) =>
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(address + path)
      // The first page is the one exception: it leads to the role's own.
      if (path === '/') return page.waitForURL(`${address}/list`)
      await page.getByText('This page is not part of your role').waitFor()
    },
    { as: role },
  )(),
)

test(
  'partners can choose a stored month and nothing else',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(address)
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      const main = page.getByRole('main')
      expect(await main.getByRole('textbox').count()).toBe(0)
      expect(await main.getByRole('combobox').count()).toBeLessThanOrEqual(1)
    },
    { as: 'snt_planner' },
  ),
)

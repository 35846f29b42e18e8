import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import type * as Kept from '../../web/kept/kept-texts.ts'

let kept: typeof Kept
let ApiError: typeof import('../../web/state/api.ts').ApiError
const browser = new EventTarget()

beforeAll(async () => {
  vi.stubGlobal('window', Object.assign(browser, { location: new URL('http://127.0.0.1/meetings') }))
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('navigator', { onLine: true })
  kept = await import('../../web/kept/kept-texts.ts')
  ApiError = (await import('../../web/state/api.ts')).ApiError
})

const refusal = (slug: string, status: number) =>
  new ApiError({ type: `urn:place-risk:problem:${slug}`, title: slug, status, detail: slug })

/** A text at a service that keeps versions, trims what it takes, and can be cut off; its answers come when they are let through. */
const makeService = () => {
  const service = { words: '', version: 1, isCutOff: false, sendings: 0 }
  const reach = async () => {
    await Promise.resolve()
    if (service.isCutOff) throw refusal('unreachable', 0)
  }
  const target: Kept.TextTarget = {
    called: 'Notes',
    href: '/meetings/1',
    send: async (words, version) => {
      await reach()
      service.sendings++
      if (version !== service.version) throw refusal('changed-meanwhile', 409)
      Object.assign(service, { words: words.trim(), version: version + 1 })
      return { words: service.words, version: service.version }
    },
    newest: async () => {
      await reach()
      return { words: service.words, version: service.version }
    },
  }
  return { service, target }
}

let turn = 0
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

test('what is typed while it is being sent stays, and is sent too', async () => {
  const id = `text ${turn++}`
  const { service, target } = makeService()
  kept.writeText(id, target, { words: '', version: 1 }, 'One ')
  const first = kept.saveText(id)
  kept.writeText(id, target, { words: '', version: 1 }, 'One two')
  void kept.saveText(id)
  await first
  await settled()
  expect(service).toMatchObject({ words: 'One two', version: 3 })
  expect(kept.hasBegun(id)).toBe(false)

  // Trimmed by the service, it is not sent for ever.
  kept.writeText(id, target, { words: 'One two', version: 3 }, 'One two three  ')
  await kept.saveText(id)
  await kept.saveText(id)
  expect(service).toMatchObject({ words: 'One two three', version: 4, sendings: 3 })
})

test('without a connection it waits, and goes when there is one again; a newer text of somebody else is then a conflict', async () => {
  const id = `text ${turn++}`
  const { service, target } = makeService()
  service.isCutOff = true
  kept.writeText(id, target, { words: '', version: 1 }, 'Mine.')
  await kept.saveText(id)
  expect(kept.keptText(id)).toMatchObject({ draft: 'Mine.', state: 'offline' })
  expect(kept.unsavedTexts.value.map((text) => text.id)).toContain(id)

  Object.assign(service, { isCutOff: false, words: 'Theirs.', version: 2 })
  browser.dispatchEvent(new Event('online'))
  await settled()
  expect(kept.keptText(id)).toMatchObject({ draft: 'Mine.', theirs: { words: 'Theirs.', version: 2 } })
  expect(service.words).toBe('Theirs.')
  kept.settleText(id, 'Theirs.\nMine.')
  await kept.saveText(id)
  expect(service).toMatchObject({ words: 'Theirs.\nMine.', version: 3 })
})

test('where both wrote the same there is nothing to choose; what is refused stays, and can be taken back', async () => {
  const id = `text ${turn++}`
  const { service, target } = makeService()
  Object.assign(service, { words: 'The same.', version: 2 })
  kept.writeText(id, target, { words: '', version: 1 }, 'The same.')
  await kept.saveText(id)
  expect(kept.keptText(id)?.state).toBe('saved')
  expect(kept.keptText(id)?.theirs).toBeUndefined()

  const refused = { ...target, send: () => Promise.reject(refusal('meeting-over', 409)) }
  kept.writeText(id, refused, { words: 'The same.', version: 2 }, 'Too late.')
  await kept.saveText(id)
  expect(kept.keptText(id)).toMatchObject({ draft: 'Too late.', problem: { slug: 'meeting-over' } })
  expect(kept.hasBegun(id)).toBe(true)
  kept.dropText(id)
  expect(kept.keptText(id)).toBeUndefined()
})

test('whatever two people write, and however the connection comes and goes, every word of both is there in the end', async () => {
  const act = fc.constantFrom('type', 'save', 'other', 'cut', 'mend', 'reload', 'settle', 'wait')
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const id = `text ${turn++}`
      const { service, target } = makeService()
      // What the page has loaded: it may be older than what the service has.
      let loaded = { words: service.words, version: service.version }
      const words: string[] = []
      const draft = () => kept.keptText(id)?.draft ?? loaded.words
      const merge = () => {
        const text = kept.keptText(id)
        if (text?.theirs) kept.settleText(id, `${text.theirs.words}\n${text.draft}`)
      }
      for (const one of acts) {
        const word = `w${words.length}`
        if (one === 'type') {
          words.push(word)
          kept.writeText(id, target, loaded, `${draft()} ${word}`)
        }
        if (one === 'save') void kept.saveText(id)
        if (one === 'other') {
          words.push(word)
          Object.assign(service, { words: `${service.words} ${word}`.trim(), version: service.version + 1 })
        }
        if (one === 'cut') service.isCutOff = true
        if (one === 'mend') {
          service.isCutOff = false
          browser.dispatchEvent(new Event('online'))
        }
        // A page that is loaded anew shows what the service has, but for what is unsaved.
        if (one === 'reload') {
          loaded = { words: service.words, version: service.version }
          if (!kept.hasBegun(id) && kept.keptText(id)?.state !== 'saving') kept.dropText(id)
        }
        if (one === 'settle') merge()
        if (one === 'wait') await settled()
      }
      service.isCutOff = false
      for (let round = 0; round < 4; round++) {
        await settled()
        merge()
        await kept.saveText(id)
      }
      await settled()
      expect(kept.hasBegun(id)).toBe(false)
      for (const word of words) expect(service.words.split(/\s+/)).toContain(word)
      kept.dropText(id)
    }),
    { numRuns: 300 },
  )
})

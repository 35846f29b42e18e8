import { expect, test } from 'vitest'
import { makeDocument } from '../../server/openapi/document.ts'
import { kindOf } from '../../server/openapi/kind.ts'
import { withApp } from '../support/app.ts'

test(
  'the page of the API names every operation and holds no inline style or script',
  withApp(async ({ api }) => {
    const { status, headers, text } = await api.get('/api/docs')

    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch('text/html')
    for (const [path, methods] of Object.entries(makeDocument().paths))
      for (const method of Object.keys(methods)) expect(text).toContain(`${method.toUpperCase()} ${path}`)
    expect(text).not.toMatch(/<script|<style|style=/)
  }),
)

test(
  'every link within the page of the API leads somewhere, and no two places share a name',
  withApp(async ({ api }) => {
    const { text } = await api.get('/api/docs')
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!)

    expect(new Set(ids).size).toBe(ids.length)
    expect(links.filter((id) => !ids.includes(id))).toEqual([])
  }),
)

test.each([
  [{ type: 'integer', minimum: 2, maximum: 100 }, ['a whole number from 2 to 100']],
  [{ type: 'string', maxLength: 120 }, ['text of at most 120 characters']],
  [{ type: 'string', format: 'uuid' }, ['a UUID']],
  [{ type: ['string', 'null'] }, ['text or null']],
  [{ anyOf: [{ $ref: '#/components/schemas/SeedGroup' }, { type: 'null' }] }, [{ shape: 'SeedGroup' }, ' or ', 'null']],
  [{ enum: ['a', 'b'] }, ['one of a, b']],
])('%j is told in words', (schema, words) => {
  const told = kindOf(schema)
  expect(told.every((part) => typeof part === 'string') ? [told.join('')] : told).toEqual(words)
})

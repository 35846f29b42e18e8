import { expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../server/app.ts'
import { makeComponents } from '../../server/openapi/components.ts'
import { makeDocument } from '../../server/openapi/document.ts'
import { features } from '../../server/openapi/features.ts'
import { cookieOf, withApp } from '../support/app.ts'
import { routesOf } from './walk.ts'

const document = makeDocument()

const operationsOf = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

test(
  'every route of the service stands in the OpenAPI document, and the document names no other',
  withApp(async ({ service }) => {
    const documented = operationsOf().map(
      ({ path, method }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    )

    expect(documented.toSorted()).toEqual(routesOf(createApp(service)))
  }),
)

test(
  'the document is served as JSON, and under its own media type to whoever asks for version 3.1',
  withApp(async ({ api }) => {
    const plain = await api.get('/api/openapi.json')
    expect(plain.headers.get('content-type')).toBe('application/json')
    expect(plain.body).toEqual(JSON.parse(JSON.stringify(document)))

    const wanted = 'application/vnd.oai.openapi+json;version=3.1'
    const named = await fetch(`${api.origin}/api/openapi.json`, { headers: { accept: wanted, cookie: cookieOf(api) } })
    expect(named.headers.get('content-type')).toBe(wanted)
  }),
)

test('every reference in the document leads to a component, and every component is led to', () => {
  const names = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, uri]) => uri!)
  const led = new Set(names)
  const components = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)

  expect(led).toEqual(new Set(components))
})

test('path parameters are declared, required and no others; parameters and operation ids are named once', () => {
  const ids = operationsOf().map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)

  for (const { path, method, operation } of operationsOf()) {
    const { parameters = [] } = operation
    const inPath = parameters.filter((parameter) => parameter.in === 'path')
    const names = parameters.map(({ name, in: place }) => `${place} ${name}`)

    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
    expect(inPath.every(({ required }) => required)).toBe(true)
    expect(new Set(names).size).toBe(names.length)
    expect(Object.keys(operation.responses)).toContain('503')
    if (method === 'get') expect(operation.requestBody, path).toBeUndefined()
  }
})

test('the document has the members that OpenAPI 3.1 requires, of the kinds it requires', () => {
  expect(() => OpenApi31.parse(document)).not.toThrow()
  expect(OpenApi31.safeParse({ ...document, openapi: '3.0.3' }).success).toBe(false)
  expect(OpenApi31.safeParse({ ...document, paths: { places: {} } }).success).toBe(false)
})

test('a file goes up as its own media type, and what refuses it is declared', () => {
  const { requestBody, responses } = document.paths['/api/imports/reports']!.post!

  expect(requestBody).toEqual({ required: true, content: { 'text/csv': {} } })
  expect(Object.keys(responses)).toEqual(['201', '400', '409', '415', '422', '503', 'default'])
})

test('answers have no defaults and no conversions, so that what the document says is what is sent', () => {
  for (const { answer, path } of features.flatMap(({ operations }) => operations)) {
    if (answer === undefined || typeof answer === 'string') continue
    const override = ({ jsonSchema }: { jsonSchema: Record<string, unknown> }) => {
      delete jsonSchema.additionalProperties
    }
    expect(z.toJSONSchema(answer, { io: 'input', override }), path).toEqual(
      z.toJSONSchema(answer, { io: 'output', override }),
    )
  }
})

test('two features cannot give different shapes one name, nor use a shape without a name', () => {
  expect(() => makeComponents([{ Thing: z.object({}) }, { Thing: z.string() }])).toThrow(/called Thing/)
  expect(() => makeComponents([]).reference(z.string(), 'GET /api/things')).toThrow(/GET \/api\/things/)
})

const Content = z.record(z.string().includes('/'), z.object({ schema: z.looseObject({}).optional() }))
const OperationObject = z.strictObject({
  operationId: z.string().regex(/^\w+$/),
  summary: z.string().min(1),
  tags: z.array(z.string()).length(1),
  parameters: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        in: z.enum(['path', 'query']),
        required: z.boolean(),
        schema: z.looseObject({}),
      }),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^([1-5]\d\d|default)$/),
    z.strictObject({ description: z.string().min(1), content: Content.optional() }),
  ),
})
const OpenApi31 = z.strictObject({
  openapi: z.string().startsWith('3.1.'),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), OperationObject),
  ),
  components: z.strictObject({ schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})) }),
})

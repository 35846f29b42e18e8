import type { z } from 'zod'
import { ProblemAnswer, type Operation } from '../shared-schema.ts'
import { version } from '../version.ts'
import { makeComponents, type Components, type JsonSchema } from './components.ts'
import { features, schemaModules } from './features.ts'

export interface DocumentParameter {
  name: string
  in: 'path' | 'query'
  required: boolean
  schema: JsonSchema
}

interface Content {
  content: Record<string, { schema?: JsonSchema }>
}

export interface DocumentOperation {
  operationId: string
  summary: string
  tags: string[]
  parameters?: DocumentParameter[]
  requestBody?: Content & { required: true }
  responses: Record<string, Content & { description: string }>
}

export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  tags: { name: string }[]
  paths: Record<string, Partial<Record<Operation['method'], DocumentOperation>>>
  components: { schemas: Record<string, JsonSchema> }
}

/** What each status of a problem means. */
export const PROBLEMS = {
  400: 'The address or the body could not be read; `errors` names what is wrong.',
  401: 'Nobody is signed in.',
  403: 'Not part of the role; or a reason has to be given first (`reason-needed`).',
  404: 'Not known here.',
  409: 'Somebody changed this first, or it is already there.',
  413: 'The body is too large.',
  415: 'The body is of a kind that is not read here.',
  422: 'Some of what was sent cannot be taken; `errors` says what to do.',
  503: 'The database is not answering. Nothing was changed; try again after `Retry-After` seconds.',
  default: 'Something went wrong here.',
} as const

/** The whole API as OpenAPI 3.1, from the schemas that the routes parse with. */
export const makeDocument = (): OpenApiDocument => {
  const components = makeComponents(schemaModules)

  const paths: OpenApiDocument['paths'] = {}
  for (const { name, operations } of features)
    for (const operation of operations) {
      const path = toTemplate(operation.path)
      paths[path] = { ...paths[path], [operation.method]: describe(operation, name, components) }
    }

  return {
    openapi: '3.1.0',
    info: {
      title: 'place-risk',
      version,
      description:
        'Where missing children are found or thought to be. Whoever asks signs in first (POST /api/session gives a cookie); each role is answered what the matrix grants it, and every look is logged. ' +
        'Geometry is GeoJSON in WGS84; periods are days in Europe/London, “to” exclusive; errors are application/problem+json (RFC 9457).',
    },
    servers: [{ url: '/' }],
    tags: features.map(({ name }) => ({ name })),
    paths,
    components: { schemas: onlyUsed(components.schemas, paths) },
  }
}

const describe = (operation: Operation, tag: string, components: Components): DocumentOperation => {
  const { method, path, summary, query, body, answer, status = 200 } = operation
  const user = `${method.toUpperCase()} ${path}`
  const parameters: DocumentParameter[] = [
    ...pathParameters(path),
    ...(query ? components.parameters(query).map((parameter) => ({ in: 'query' as const, ...parameter })) : []),
  ]
  const contentOf = (shape: z.ZodType | string): Content['content'] =>
    typeof shape === 'string' ? { [shape]: {} } : { 'application/json': { schema: components.reference(shape, user) } }

  return {
    operationId: operationId(method, path),
    summary,
    tags: [tag],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      [status]: { description: summary, ...(answer && { content: contentOf(answer) }) },
      ...problems(operation, components.reference(ProblemAnswer, user)),
    },
  }
}

const problems = ({ path, query, body }: Operation, problem: JsonSchema) => {
  const isFile = typeof body === 'string'
  const statuses: (keyof typeof PROBLEMS)[] = [
    ...(query || body ? [400 as const] : []),
    ...(path.includes('/:') ? [404 as const] : []),
    ...(body ? [409 as const, ...(isFile ? [415 as const] : [413 as const]), 422 as const] : []),
    503,
    'default',
  ]
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: PROBLEMS[status], content: { 'application/problem+json': { schema: problem } } },
    ]),
  )
}

/** `/api/places/:id` as OpenAPI has it: `/api/places/{id}`. */
const toTemplate = (path: string) => path.replace(/:(\w+)/g, '{$1}')

const pathParameters = (path: string): DocumentParameter[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'id' ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }))

/** `get /api/imports/:id/problems.csv` becomes `getImportsIdProblemsCsv`. */
const operationId = (method: string, path: string) =>
  method +
  path
    .replace(/^\/api/, '')
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')

/** The components that the paths lead to, at any remove. */
const onlyUsed = (schemas: Record<string, JsonSchema>, paths: OpenApiDocument['paths']) => {
  const used = new Set<string>()
  const follow = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      follow(schemas[name])
    }
  }
  follow(paths)
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)))
}

import type { Request } from 'express'
import { z } from 'zod'
import { invalidBody, invalidQuery, wrongMediaType } from './errors.ts'
import type { ProblemDetail } from './problem.ts'
import { nearestWord } from './nearest-word.ts'
import { wrongValue } from './wrong-value.ts'

/** The query string as the schema has it. Throws a 400 problem that names each wrong parameter, and the nearest known name of an unknown one. */
export const parseQuery = <Schema extends z.ZodObject>(schema: Schema, req: Request): z.output<Schema> => {
  const result = schema.safeParse(req.query, { error: wrongValue })
  if (result.success) return result.data
  throw invalidQuery(toDetails(result.error, schema, 'parameter'))
}

/** The JSON body as the schema has it. Throws a 422 problem with a pointer to each wrong member, a 415 where it is not JSON. */
export const parseBody = <Schema extends z.ZodObject>(schema: Schema, req: Request): z.output<Schema> => {
  if (req.body === undefined && req.is('json') === false) throw wrongMediaType('application/json')
  const result = schema.safeParse(req.body ?? {}, { error: wrongValue })
  if (result.success) return result.data
  throw invalidBody(toDetails(result.error, schema, 'pointer'))
}

/** A path parameter that is a UUID, or undefined: an id of any other shape is simply not found. */
export const uuidParameter = (req: Request, name = 'id'): string | undefined => {
  const result = z.uuid().safeParse(req.params[name])
  return result.success ? result.data : undefined
}

const toDetails = (error: z.ZodError, schema: z.ZodObject, kind: 'parameter' | 'pointer'): ProblemDetail[] =>
  error.issues.flatMap((issue): ProblemDetail[] => {
    if (issue.code === 'unrecognized_keys') {
      const known = issue.path.length === 0 ? Object.keys(schema.shape) : []
      return issue.keys.map((key) => ({ ...where(kind, [...issue.path, key]), detail: unknownName(key, known) }))
    }
    return [{ ...where(kind, issue.path), detail: issue.message }]
  })

const where = (kind: 'parameter' | 'pointer', path: PropertyKey[]): ProblemDetail =>
  kind === 'parameter'
    ? { parameter: String(path[0] ?? ''), detail: '' }
    : {
        pointer: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
        detail: '',
      }

const unknownName = (key: string, known: string[]) => {
  const near = nearestWord(key, known)
  const shown = key.slice(0, 40)
  if (near) return `There is no “${shown}”. Did you mean “${near}”?`
  return known.length > 0 ? `There is no “${shown}”. Known are ${known.join(', ')}.` : `There is no “${shown}”.`
}

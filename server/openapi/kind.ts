import type { JsonSchema } from './components.ts'

/** What a value may be: words, and references to named shapes among them. */
export type Kind = (string | { shape: string })[]

/** A JSON schema in a few words, for a person: `a whole number from 2 to 100`. */
export const kindOf = (schema: JsonSchema): Kind => {
  const { $ref, anyOf, oneOf, type, items, prefixItems, enum: choices, const: only } = schema
  if (typeof $ref === 'string') return [{ shape: $ref.split('/').at(-1)! }]
  if (only !== undefined) return [`always ${JSON.stringify(only)}`]
  if (Array.isArray(choices)) return [`one of ${choices.join(', ')}`]
  if (Array.isArray(anyOf) || Array.isArray(oneOf)) return joined((anyOf ?? oneOf) as JsonSchema[], ' or ')
  if (Array.isArray(prefixItems)) return ['a list of ', ...joined(prefixItems as JsonSchema[], ', ')]
  if (type === 'array') return ['a list, each item ', ...kindOf((items ?? {}) as JsonSchema)]
  if (type === 'object') {
    const members = Object.keys((schema.properties ?? {}) as object)
    return [members.length > 0 ? `an object with ${members.join(', ')}` : 'an object']
  }
  if (Array.isArray(type)) return joined(type.map((one) => ({ ...schema, type: one })) as JsonSchema[], ' or ')
  return [scalar(schema)]
}

const joined = (schemas: JsonSchema[], separator: string): Kind =>
  schemas.flatMap((one, i) => (i === 0 ? kindOf(one) : [separator, ...kindOf(one)]))

const FORMATS: Record<string, string> = { date: 'a date, YYYY-MM-DD', uuid: 'a UUID' }

const scalar = ({ type, format, minimum, maximum, minLength, maxLength }: JsonSchema): string => {
  if (type === 'integer') return `a whole number${range(minimum, maximum)}`
  if (type === 'number') return `a number${range(minimum, maximum)}`
  if (type === 'boolean') return 'true or false'
  if (type === 'null') return 'null'
  if (type !== 'string') return 'anything'
  return (typeof format === 'string' && FORMATS[format]) || `text${range(minLength, maxLength, ' characters')}`
}

const range = (least: unknown, most: unknown, unit = '') => {
  const hasLeast = typeof least === 'number'
  const hasMost = typeof most === 'number'
  if (hasLeast && hasMost) return ` from ${least} to ${most}${unit}`
  if (hasMost) return ` of at most ${most}${unit}`
  return hasLeast ? ` of at least ${least}${unit}` : ''
}

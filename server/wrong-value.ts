import type { z } from 'zod'

/** What to give in place of a value of another kind. */
const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with named members',
}

/**
 * What a schema that says nothing of its own says against a value, in a sentence that tells what to do. Never the value itself.
 * For zod: `schema.safeParse(value, { error: wrongValue })`.
 */
export const wrongValue = (issue: z.core.$ZodRawIssue): string => {
  const name = nameOf(issue.path ?? [])
  if (issue.input === undefined && issue.code !== 'custom') return `Give ${name}: it is missing.`
  switch (issue.code) {
    case 'invalid_type':
      if (Array.isArray(issue.input) && issue.expected !== 'object') return `Give ${name} once, not as a list.`
      return `Give ${name} as ${KINDS[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `Choose ${name} from ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return `Give ${name} ${sizeOf(issue.origin, 'at least', Number(issue.minimum))}.`
    case 'too_big':
      return `Give ${name} ${sizeOf(issue.origin, 'at most', Number(issue.maximum))}.`
    case 'invalid_format':
      return issue.format === 'uuid' ? `Give ${name} as an id that a list here gave.` : `Give ${name} in another form.`
    default:
      return `Give ${name} in another form: this one cannot be taken.`
  }
}

/** The innermost name: which corner of which ring is wrong stands in the pointer. */
const nameOf = (path: PropertyKey[]) => {
  const name = path.findLast((part) => typeof part === 'string')
  return name === undefined ? 'what was asked for' : `“${name.slice(0, 40)}”`
}

const sizeOf = (origin: string, bound: string, size: number) => {
  if (origin === 'string') return `${bound} ${size} characters`
  if (origin === 'array') return `${bound} ${size} entries`
  return `as ${bound} ${size}`
}

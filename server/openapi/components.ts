import { z } from 'zod'

export type JsonSchema = Record<string, unknown>

export interface Components {
  /** Each named shape as it travels. */
  schemas: Record<string, JsonSchema>
  /** A reference to a named shape. @throws Error where the schema is not exported by a feature's schema.ts */
  reference(schema: z.ZodType, user: string): JsonSchema
  /** What a query takes, parameter by parameter. */
  parameters(query: z.ZodObject): { name: string; required: boolean; schema: JsonSchema }[]
}

const uri = (name: string) => `#/components/schemas/${name}`

/**
 * JSON schemas (draft 2020-12) of every exported zod schema, as the data stand on the wire: before defaults and
 * conversions. Answers have neither (test/openapi holds them to that), so one shape serves both directions.
 * @throws Error where two modules export different schemas by one name
 */
export const makeComponents = (modules: Record<string, unknown>[]): Components => {
  const registry = nameExports(modules)
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri, override: plain })

  return {
    schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutIds(schema)])),
    reference(schema, user) {
      const name = registry.get(schema)?.id
      if (!name)
        throw new Error(`${user} uses a schema that its schema.ts does not export. Export it, so that it has a name.`)
      return { $ref: uri(name) }
    },
    parameters(query) {
      const { properties, required } = z.toJSONSchema(query, { io: 'input', override: plain }) as {
        properties?: Record<string, JsonSchema>
        required?: string[]
      }
      return Object.entries(properties ?? {}).map(([name, schema]) => ({
        name,
        required: required?.includes(name) ?? false,
        schema,
      }))
    },
  }
}

const nameExports = (modules: Record<string, unknown>[]) => {
  const registry = z.registry<{ id: string }>()
  const named = new Map<string, z.ZodType>()
  for (const [name, value] of modules.flatMap((module) => Object.entries(module))) {
    if (!(value instanceof z.ZodType) || named.get(name) === value) continue
    if (named.has(name))
      throw new Error(`Two features export a schema called ${name}. Give one of them a name of its own.`)
    named.set(name, value)
    registry.add(value, { id: name })
  }
  return registry
}

/** JavaScript's largest integer tells a reader nothing, nor does the pattern behind a format that has a name. */
const plain = ({ jsonSchema }: { jsonSchema: JsonSchema }) => {
  if (jsonSchema.format) delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

const withoutIds = ({ $schema: _schema, $id: _id, id: _name, ...rest }: JsonSchema): JsonSchema => rest

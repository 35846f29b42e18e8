import type { Express } from 'express'

/** What Express 5 keeps of a mounted handler; its types do not say. */
interface Layer {
  rawPath?: string | RegExp | (string | RegExp)[]
  route?: { path: string; methods: Record<string, boolean> }
  handle?: { stack?: Layer[] }
}

/** Every route of an app under /api, as `GET /api/places/:id`. */
export const routesOf = (app: Express): string[] =>
  walk((app as unknown as { router: { stack: Layer[] } }).router.stack, '')
    .filter((route) => route.includes(' /api'))
    .toSorted()

const walk = (stack: Layer[], prefix: string): string[] =>
  stack.flatMap(({ rawPath, route, handle }) => {
    if (route) return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${join(prefix, route.path)}`)
    return handle?.stack ? walk(handle.stack, join(prefix, String(rawPath))) : []
  })

const join = (prefix: string, path: string) => prefix + (path === '/' ? '' : path)

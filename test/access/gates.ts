import type { Express } from 'express'
import type { Need } from '../../server/access/needs.ts'

/** What Express 5 keeps of a mounted handler; its types do not say. */
interface Layer {
  name: string
  rawPath?: string | RegExp | (string | RegExp)[]
  route?: { path: string; stack: { method?: string; handle: Partial<Need> }[] }
  handle?: { stack?: Layer[] }
}

export interface GatedRoute {
  /** `GET /api/places/:id` */
  route: string
  /** What its first handler says it needs, as `data:action`, `open` or `signed-in`; undefined: nothing. */
  need: string | undefined
  /** How many of its handlers name a need. */
  gates: number
}

/** Every route of an app, with what it needs. */
export const gatedRoutes = (app: Express): GatedRoute[] => walkRoutes(stackOf(app), '')

/** Every handler that is mounted without being a route or a router, as `/api/places name`: it answers without a gate where it answers. */
export const mountedHandlers = (app: Express): string[] => walkHandlers(stackOf(app), '')

const stackOf = (app: Express) => (app as unknown as { router: { stack: Layer[] } }).router.stack

const walkRoutes = (stack: Layer[], prefix: string): GatedRoute[] =>
  stack.flatMap(({ rawPath, route, handle }) => {
    if (!route) return handle?.stack ? walkRoutes(handle.stack, prefix + String(rawPath)) : []
    const methods = [...new Set(route.stack.map(({ method = 'all' }) => method))]
    return methods.map((method) => {
      const handlers = route.stack.filter(({ method: own = 'all' }) => own === method)
      return {
        route: `${method.toUpperCase()} ${prefix}${route.path === '/' ? '' : route.path}`,
        need: toText(handlers[0]!.handle.need),
        gates: handlers.filter(({ handle: { need } }) => need !== undefined).length,
      }
    })
  })

const walkHandlers = (stack: Layer[], prefix: string): string[] =>
  stack.flatMap(({ name, rawPath, route, handle }) => {
    if (route) return []
    const path = `${prefix}${rawPath === '/' || rawPath === undefined ? '' : String(rawPath)}`
    return handle?.stack ? walkHandlers(handle.stack, path) : [`${path || '/'} ${name}`]
  })

const toText = (need: Need['need'] | undefined) => (typeof need === 'object' ? `${need.data}:${need.action}` : need)

import { posix } from 'node:path'

/** Every file of the tree that is looked at: its path from the root, and what it says. */
export type Files = Record<string, string>

export interface House {
  files: Files
  dependencies: string[]
  devDependencies: string[]
}

/** The order of style.md: a file imports from its own layer and from those before it, never from a later one. */
const LAYERS = ['house', 'schema', 'domain', 'store', 'step', 'routes', 'top'] as const
type Layer = (typeof LAYERS)[number]

/** The steps that other features may take: each is one question that more than one of them has to ask. */
export const SHARED_STEPS = [
  'server/settings/read-policy.ts',
  'server/patrols/expire-due.ts',
  'server/packs/freeze-pack.ts',
  'server/meetings/read-meeting.ts',
  'server/minutes/keep-draft.ts',
  'server/wording/check-wording.ts',
]

/** Neither pure nor a step: they read a file that stands in the tree or that a setting names. */
export const READ_FILES = ['server/map/basemap.ts', 'server/map/sketch.ts']

const MAP_LIBRARIES = /^(maplibre-gl|terra-draw|pmtiles)/
const MAX_LINES = 300

/** Everything that breaks a rule of the house, a sentence each. */
export const breaches = ({ files, dependencies, devDependencies }: House): string[] => {
  const imports = Object.entries(files).flatMap(([file, text]) => importsOf(file, text))
  const layerOf = layersOf(imports)
  return [
    ...Object.entries(files).flatMap(([file, text]) => [...tooLong(file, text), ...impure(file, text, layerOf(file))]),
    ...imports.flatMap((one) => [
      ...wrongLayer(one, layerOf),
      ...wrongFeature(one, layerOf),
      ...wrongForPages(one),
      ...wrongPackage(one, dependencies, devDependencies),
    ]),
    ...cycles(files, imports),
  ].toSorted((a, b) => a.localeCompare(b))
}

interface Import {
  file: string
  /** A path from the root, or a package. */
  target: string
  isType: boolean
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm

const importsOf = (file: string, text: string): Import[] =>
  [...text.matchAll(IMPORT)].map(([, type, from, bare, lazy]) => {
    const name = from ?? bare ?? lazy ?? ''
    const target = name.startsWith('.') ? posix.join(posix.dirname(file), name) : name
    return { file, target, isType: type !== undefined }
  })

const featureOf = (file: string) => /^server\/(\w[\w-]*)\//.exec(file)?.[1]

const isServer = (file: string) => file.startsWith('server/')

/** A file of a feature that takes hold of the database, itself or through a store or another step, is a step; the others are domain, and pure. */
const layersOf = (imports: Import[]) => {
  const steps = new Set<string>()
  const layerOf = (file: string): Layer => {
    if (/^server\/(shared-schema|[^/]+\/schema)\.ts$/.test(file)) return 'schema'
    if (/^server\/((app|start|main|cli|pages)\.ts|demo\/)/.test(file)) return 'top'
    if (/^server\/([^/]+|(database|access)\/.*)$/.test(file)) return 'house'
    if (file.endsWith('/store.ts')) return 'store'
    if (/\/([\w-]+-)?(routes|command)\.tsx?$/.test(file)) return 'routes'
    return steps.has(file) ? 'step' : 'domain'
  }
  const isHold = ({ target, isType }: Import) =>
    target === 'server/db.ts' || (!isType && (layerOf(target) === 'store' || steps.has(target)))

  let before = -1
  while (before < steps.size) {
    before = steps.size
    for (const one of imports) if (isHold(one)) steps.add(one.file)
  }
  return layerOf
}

const tooLong = (file: string, text: string) => {
  const lines = text.split('\n').length - 1
  return lines > MAX_LINES ? [`${file} has ${lines} lines: more than ${MAX_LINES}`] : []
}

const IMPURE: [RegExp, string][] = [
  [/from '(pg|express|pino|node:(fs|net|http|child_process|worker_threads|timers)[^']*)'/, 'reaches outside'],
  [/\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bTemporal\.Now\b/, 'reads the clock'],
  [/\bMath\.random\(|\brandom(UUID|Bytes|Int)\b/, 'makes its own randomness'],
]

const impure = (file: string, text: string, layer: Layer): string[] =>
  layer === 'domain' && isServer(file) && !READ_FILES.includes(file)
    ? IMPURE.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${file} is domain, yet ${what}`)
    : []

const wrongLayer = ({ file, target }: Import, layerOf: (file: string) => Layer): string[] => {
  if (!isServer(file)) return []
  if (/^(web|test|bench)\//.test(target)) return [`${file} imports ${target}: the server stands without it`]
  if (!isServer(target)) return []
  const [from, to] = [layerOf(file), layerOf(target)]
  return LAYERS.indexOf(to) > LAYERS.indexOf(from) ? [`${file} (${from}) imports ${target} (${to})`] : []
}

const wrongFeature = ({ file, target }: Import, layerOf: (file: string) => Layer): string[] => {
  const [from, to] = [featureOf(file), featureOf(target)]
  if (!from || !to || from === to || layerOf(file) === 'top' || SHARED_STEPS.includes(target)) return []
  const layer = layerOf(target)
  return layer === 'store' || layer === 'step' || layer === 'routes'
    ? [`${file} imports ${target}: the ${layer} of another feature`]
    : []
}

const wrongForPages = ({ file, target, isType }: Import): string[] => {
  if (!file.startsWith('web/')) return []
  const isShape = isType && /^server\/(shared-schema|[^/]+\/schema)\.ts$/.test(target)
  if (isServer(target) && !isShape) return [`${file} imports ${target}: pages take the types of a schema and no more`]
  if (MAP_LIBRARIES.test(target) && !file.startsWith('web/map/'))
    return [`${file} imports ${target}: only web/map touches the map`]
  return []
}

const wrongPackage = ({ file, target, isType }: Import, dependencies: string[], devDependencies: string[]) => {
  const isPackage = !/^(node:|server\/|web\/|data\/|test\/|bench\/|\.|\/)/.test(target)
  if (!isPackage || isType || !/^(server|web)\//.test(file)) return []
  const name = /^(@[^/]+\/)?[^/]+/.exec(target)![0]
  if (devDependencies.includes(name)) return [`${file} imports ${name}, a dev dependency`]
  return dependencies.includes(name) ? [] : [`${file} imports ${name}, which package.json does not name`]
}

/** Each circle once, told from its first file. */
const cycles = (files: Files, imports: Import[]): string[] => {
  const found = new Map<string, string>()
  const done = new Set<string>()
  const visit = (file: string, trail: string[]) => {
    const start = trail.indexOf(file)
    if (start >= 0) {
      const circle = trail.slice(start)
      found.set(circle.toSorted((a, b) => a.localeCompare(b)).join(), `a circle: ${[...circle, file].join(' -> ')}`)
      return
    }
    if (done.has(file) || !(file in files)) return
    for (const { target } of imports.filter((one) => one.file === file)) visit(target, [...trail, file])
    done.add(file)
  }
  for (const file of Object.keys(files)) visit(file, [])
  return [...found.values()]
}

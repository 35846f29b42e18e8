import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { breaches, READ_FILES, SHARED_STEPS, type Files } from './support/architecture.ts'

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const packages = { dependencies: Object.keys(dependencies), devDependencies: Object.keys(devDependencies) }

const breachesOf = (files: Files) => breaches({ files, ...packages })

const listFiles = () =>
  ['server', 'sql', 'web', 'data', 'test', 'bench'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.(tsx?|sql|s?css)$/.test(path)),
  )

test('the tree keeps the rules of the house', () => {
  const paths = listFiles()
  expect(paths.length).toBeGreaterThan(100)

  expect(breachesOf(Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')])))).toEqual([])
})

test('the exceptions to the rules still exist', () => {
  expect([...SHARED_STEPS, ...READ_FILES].filter((file) => !existsSync(file))).toEqual([])
})

const line = (target: string, what = '{ a }') => `import ${what} from '${target}'\n`

test.each<[rule: string, files: Files, breach: string]>([
  [
    'a store is not imported by the domain',
    { 'server/a/score.ts': line('./store.ts', 'type { Row }'), 'server/a/store.ts': line('../db.ts') },
    'server/a/score.ts (domain) imports server/a/store.ts (store)',
  ],
  [
    'a schema knows nothing of what is made of it',
    { 'server/a/schema.ts': line('./score.ts'), 'server/a/score.ts': '' },
    'server/a/schema.ts (schema) imports server/a/score.ts (domain)',
  ],
  [
    'routes are mounted by the app, and by nobody else',
    { 'server/a/answer.ts': line('../db.ts') + line('./routes.ts'), 'server/a/routes.ts': '' },
    'server/a/answer.ts (step) imports server/a/routes.ts (routes)',
  ],
  [
    'the house does not know its features',
    { 'server/problem.ts': line('./a/score.ts'), 'server/a/score.ts': '' },
    'server/problem.ts (house) imports server/a/score.ts (domain)',
  ],
  [
    'a feature does not use the store of another',
    { 'server/a/routes.ts': line('../b/store.ts'), 'server/b/store.ts': '' },
    'server/a/routes.ts imports server/b/store.ts: the store of another feature',
  ],
  [
    'a feature does not take the steps of another',
    { 'server/a/routes.ts': line('../b/load.ts'), 'server/b/load.ts': line('../db.ts') },
    'server/a/routes.ts imports server/b/load.ts: the step of another feature',
  ],
  [
    'the domain does not read files',
    { 'server/a/score.ts': line('node:fs') },
    'server/a/score.ts is domain, yet reaches outside',
  ],
  [
    'the domain does not know Express',
    { 'server/a/score.ts': line('express', 'type { Request }') },
    'server/a/score.ts is domain, yet reaches outside',
  ],
  [
    'the domain is told the time',
    { 'server/a/score.ts': 'const now = new Date()' },
    'server/a/score.ts is domain, yet reads the clock',
  ],
  [
    'the domain is given its randomness',
    { 'server/a/score.ts': 'const x = Math.random()' },
    'server/a/score.ts is domain, yet makes its own randomness',
  ],
  [
    'the server stands without its pages',
    { 'server/a/score.ts': line('../../web/words.ts'), 'web/words.ts': '' },
    'server/a/score.ts imports web/words.ts: the server stands without it',
  ],
  [
    'pages take types from a schema, not its code',
    { 'web/a/page.tsx': line('../../server/a/schema.ts'), 'server/a/schema.ts': '' },
    'web/a/page.tsx imports server/a/schema.ts: pages take the types of a schema and no more',
  ],
  [
    'pages take nothing from the server but schemas',
    { 'web/a/page.tsx': line('../../server/a/score.ts', 'type { Score }'), 'server/a/score.ts': '' },
    'web/a/page.tsx imports server/a/score.ts: pages take the types of a schema and no more',
  ],
  [
    'only web/map touches the map',
    { 'web/a/page.tsx': line('terra-draw') },
    'web/a/page.tsx imports terra-draw: only web/map touches the map',
  ],
  [
    'what runs needs no dev dependency',
    { 'server/a/score.ts': line('fast-check') },
    'server/a/score.ts imports fast-check, a dev dependency',
  ],
  [
    'what runs is named in package.json',
    { 'web/a/page.tsx': line('@scope/missing/deep.js') },
    'web/a/page.tsx imports @scope/missing, which package.json does not name',
  ],
  [
    'imports do not run in circles',
    { 'web/a.ts': line('./b.ts'), 'web/b.ts': line('./c.ts'), 'web/c.ts': line('./a.ts') },
    'a circle: web/a.ts -> web/b.ts -> web/c.ts -> web/a.ts',
  ],
  ['a file has at most 300 lines', { 'test/a.ts': '\n'.repeat(301) }, 'test/a.ts has 301 lines: more than 300'],
])('%s, and a breach of it is told', (_rule, files, breach) => {
  expect(breachesOf(files)).toEqual([breach])
})

test('what the rules allow is no breach', () => {
  expect(
    breachesOf({
      'server/a/routes.ts': line('express') + line('./store.ts') + line('../b/score.ts') + line('../b/schema.ts'),
      'server/a/store.ts': line('../db.ts') + line('./score.ts', 'type { Score }'),
      'server/a/score.ts': line('./schema.ts') + line('@turf/turf') + 'const at = new Date(text)',
      'server/b/score.ts': '',
      'server/b/schema.ts': line('zod'),
      'web/a/page.tsx': line('../../server/b/schema.ts', 'type { B }') + "const page = () => import('../map/draw.ts')",
      'web/map/draw.ts': line('maplibre-gl'),
      'test/a.test.ts': line('vitest'),
      'test/b.ts': '\n'.repeat(300),
    }),
  ).toEqual([])
})

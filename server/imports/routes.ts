import { Router, type Request, type Response } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import { fromTimeCursor, toCursor } from '../cursor.ts'
import { notFound, wrongMediaType } from '../errors.ts'
import { parseQuery, uuidParameter } from '../request.ts'
import type { Db } from '../db.ts'
import type { Secrets } from '../secrets.ts'
import type { Service } from '../service.ts'
import { importFile } from './import-file.ts'
import { writeProblemsFile } from './problems-file.ts'
import { ImportListQuery, ImportQuery, type ImportAnswer, type ImportBatch } from './schema.ts'
import * as store from './store.ts'

const ISSUES_SHOWN = 1_000
const MEDIA_TYPES = [
  'text/csv',
  'text/plain',
  'application/csv',
  'application/vnd.ms-excel',
  'application/octet-stream',
]

/** `/api/imports`. The bodies are files: mount it before anything that reads bodies. */
export const importRoutes = ({ secrets }: Service, { needs }: Gate): Router =>
  Router()
    .post('/reports', needs('fileImport', 'create'), async (req, res: Response<ImportAnswer>) => {
      res.status(201).json(await load(secrets, req, res, 'reports'))
    })
    .post('/episodes', needs('fileImport', 'create'), async (req, res: Response<ImportAnswer>) => {
      res.status(201).json(await load(secrets, req, res, 'episodes'))
    })
    .get('/', needs('fileImport', 'read'), async (req, res) => {
      const { limit, cursor } = parseQuery(ImportListQuery, req)
      const { key: startedBefore, id: idBefore } = fromTimeCursor(cursor)
      const rows = await accessOf(req).look({ type: 'imports' }, (db) =>
        store.batches(db, { startedBefore, idBefore, limit: limit + 1 }),
      )
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      res.json({ imports: shown.map(toBatch), next: last ? toCursor(last.startedKey, last.id) : null })
    })
    .get('/:id', needs('fileImport', 'read'), async (req, res) => {
      const id = uuidParameter(req)
      const found = await accessOf(req).look({ type: 'import', id }, async (db) => {
        const batch = await findBatch(db, id)
        return { ...toBatch(batch), issues: await store.issuesOf(db, { batch: batch.id, limit: ISSUES_SHOWN }) }
      })
      res.json(found)
    })
    .get('/:id/problems.csv', needs('fileImport', 'read'), async (req, res) => {
      const asked = uuidParameter(req)
      await accessOf(req).work({ type: 'refused rows of an import', id: asked }, async (db) => {
        const { id, header } = await findBatch(db, asked)
        res.set('Content-Disposition', `attachment; filename="problems-${id}.csv"`).type('text/csv')
        await writeProblemsFile({ db, secrets }, id, header, res)
      })
    })

const load = (secrets: Secrets, req: Request, res: Response, kind: 'reports' | 'episodes'): Promise<ImportAnswer> => {
  const { filename, batch } = parseQuery(ImportQuery, req)
  if (req.headers['content-type'] && !req.is(MEDIA_TYPES)) throw wrongMediaType('text/csv')
  if ((req.headers['content-encoding'] ?? 'identity') !== 'identity') throw wrongMediaType('text/csv, not compressed')

  // Left open after a refusal, so that the answer reaches a caller who is still sending.
  const source = req.iterator({ destroyOnReturn: false })
  // A caller who stops after the last byte still stops what is not yet published.
  const caller = new AbortController()
  res.once('close', () => caller.abort())
  return accessOf(req).work({ type: `file of ${kind}`, id: batch }, (db) =>
    importFile({ db, secrets }, kind, source, { filename, batch, signal: caller.signal }),
  )
}

const findBatch = async (db: Db, id: string | undefined) => {
  const batch = id && (await store.batchById(db, { batch: id }))
  if (!batch) throw notFound('That import')
  return batch
}

const toBatch = (row: store.BatchRow): ImportBatch => ({
  id: row.id,
  kind: row.kind,
  filename: row.filename,
  state: row.state,
  rowsRead: row.rowsRead,
  accepted: row.accepted,
  changed: row.changed,
  unchanged: row.unchanged,
  unplaced: row.unplaced,
  rejected: row.rejected,
  ignoredColumns: row.ignoredColumns,
  problem: row.problem,
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
})

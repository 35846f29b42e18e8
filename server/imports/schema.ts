import { z } from 'zod'
import { Cursor, Limit, type Operation } from '../shared-schema.ts'

export const ImportQuery = z.strictObject({
  filename: z.string().max(200).optional(),
  /** Chosen by the caller, so that progress can be asked for while the file is still going up. */
  batch: z.uuid('Give the batch as a UUID, or leave it out.').optional(),
})

export const ImportIssue = z.object({
  /** The line's number in the file, the header being 1. */
  row: z.int(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  /** Never one that could identify a child. */
  value: z.string().nullable(),
})
export type ImportIssue = z.infer<typeof ImportIssue>

export const ImportCounts = z.object({
  accepted: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  unplaced: z.int(),
  rejected: z.int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

/** What comes back from an import (contracts.md): the five counts add up to the data rows of the file. */
export const ImportAnswer = z.object({
  batch: z.uuid(),
  ...ImportCounts.shape,
  issues: z.array(ImportIssue),
  ignoredColumns: z.array(z.string()),
})
export type ImportAnswer = z.infer<typeof ImportAnswer>

export const ImportBatch = z.object({
  id: z.uuid(),
  kind: z.enum(['reports', 'episodes']),
  filename: z.string().nullable(),
  state: z.enum(['staging', 'published', 'failed']),
  rowsRead: z.int(),
  ...ImportCounts.shape,
  ignoredColumns: z.array(z.string()),
  problem: z.string().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type ImportBatch = z.infer<typeof ImportBatch>

export const ImportBatchDetail = ImportBatch.extend({ issues: z.array(ImportIssue) })
export type ImportBatchDetail = z.infer<typeof ImportBatchDetail>
export const ImportListQuery = z.strictObject({ limit: Limit, cursor: Cursor })
export const ImportList = z.object({ imports: z.array(ImportBatch), next: z.string().nullable() })
export type ImportList = z.infer<typeof ImportList>

export const operations: Operation[] = [
  {
    method: 'post',
    path: '/api/imports/reports',
    summary: 'Load a file of location reports',
    query: ImportQuery,
    body: 'text/csv',
    answer: ImportAnswer,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/imports/episodes',
    summary: 'Load a file of missing episodes',
    query: ImportQuery,
    body: 'text/csv',
    answer: ImportAnswer,
    status: 201,
  },
  {
    method: 'get',
    path: '/api/imports',
    summary: 'Imports, the newest first',
    query: ImportListQuery,
    answer: ImportList,
  },
  {
    method: 'get',
    path: '/api/imports/:id',
    summary: 'One import: its progress or its outcome, with the first 1,000 issues',
    answer: ImportBatchDetail,
  },
  {
    method: 'get',
    path: '/api/imports/:id/problems.csv',
    summary: 'The refused rows as they came, with a problem column',
    answer: 'text/csv',
  },
]

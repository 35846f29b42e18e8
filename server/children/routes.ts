import { randomUUID } from 'node:crypto'
import express, { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import { notFound } from '../errors.ts'
import { parseBody, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { answerFor, caseNumbersOf, type CaseNumber } from './case-numbers.ts'
import { CaseNumbers, NewChildShare } from './schema.ts'
import { addShare, childShares, endShare, practitioners, referencesOf } from './store.ts'

/** Read in memory, never kept. */
const readText = express.text({ type: ['text/plain', 'text/csv'], limit: '1mb' })

/** /api/references: from case numbers to references. There is no way back: only their hashes are kept. */
export const referenceRoutes = ({ secrets }: Service, { needs }: Gate) =>
  Router().post('/', needs('reference', 'read', { logAs: 'combination' }), readText, async (req, res) => {
    const numbers = numbersIn(req)
    const hashOf = (caseNumber: string) => secrets.hashSourceId('child', caseNumber)
    const object = { type: 'case numbers', details: { asked: numbers.length } }
    const found = await accessOf(req).look(object, (db) =>
      referencesOf(db, { hashes: numbers.map(({ caseNumber }) => hashOf(caseNumber)) }),
    )

    res.json(answerFor(numbers, hashOf, new Map(found.map(({ reference, hash }) => [hash.toString('hex'), reference]))))
  })

const numbersIn = (req: Request): CaseNumber[] =>
  typeof req.body === 'string'
    ? caseNumbersOf(req.body)
    : parseBody(CaseNumbers, req).caseNumbers.map((caseNumber, index) => ({ position: index + 1, caseNumber }))

/** /api/child-shares: which children a practitioner, the exploitation team or the quality auditor sees. */
export const childShareRoutes = (_service: Service, { needs }: Gate) =>
  Router()
    .get('/', needs('childShare', 'read'), async (req, res) => {
      res.json(
        await accessOf(req).look(SHARE, async (db) => ({
          shares: await childShares(db, { id: null }),
          practitioners: await practitioners(db, {}),
        })),
      )
    })
    .post('/', needs('childShare', 'create'), async (req, res) => {
      const { reference, personId = null, role = null } = parseBody(NewChildShare, req)
      const id = randomUUID()
      const details = role === null ? { personId } : { role }
      const share = await accessOf(req).look({ ...SHARE, id, details }, async (db) => {
        await addShare(db, { id, reference, personId, role })
        return (await childShares(db, { id }))[0]
      })
      if (!share) throw notFound('That child or that practitioner')
      res.status(201).json(share)
    })
    .delete('/:id', needs('childShare', 'update'), async (req, res) => {
      const id = uuidParameter(req)
      if (id === undefined) throw notFound('That share')
      const ended = await accessOf(req).look({ ...SHARE, id, details: { step: 'end' } }, (db) => endShare(db, { id }))
      if (ended === 0) throw notFound('That share')
      res.status(204).end()
    })

const SHARE = { type: 'child share' }

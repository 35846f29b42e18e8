import { randomUUID } from 'node:crypto'
import { Router, type Request } from 'express'
import type { Action } from '../access/matrix.ts'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Person } from '../access/person.ts'
import { underRole } from '../access/under-role.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound } from '../errors.ts'
import { parseBody, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { isPolicyName, POLICY_SETTINGS, type PolicyName } from './policy.ts'
import { readSettings } from './read-settings.ts'
import { NewProposal, type Setting } from './schema.ts'
import {
  addProposal,
  decideProposal,
  historyOf,
  markApplied,
  proposalById,
  storeSetting,
  withdrawProposal,
  type StoredProposal,
} from './store.ts'

/** /api/settings: what the partnership decided, and the way of a change: proposed, approved by somebody else, applied. */
export const settingsRoutes = (service: Service, { needs }: Gate) => {
  const keeper = underRole(service.db, { role: 'keeper' })
  const needsPolicy = (action: Action) => needs('policy', action, { logAs: 'configuration' })

  /** One step of a proposal's way. `take` gives 0 where the proposal is in another state by now; `check` throws before the line is written. */
  const step =
    (
      name: string,
      take: (db: Db, proposal: StoredProposal, person: Person) => Promise<number>,
      check: (proposal: StoredProposal, person: Person) => void = () => {},
    ) =>
    async (req: Request): Promise<Setting> => {
      const id = uuidParameter(req)
      // A proposal says nothing of a child: it may be read before the line, so that the line can name what is decided.
      const proposal = id === undefined ? undefined : await proposalById(keeper, { id })
      if (!proposal) throw notFound('That proposal')
      const { person, look } = accessOf(req)
      check(proposal, person)
      const details = { step: name, name: proposal.name, value: proposal.value }
      return look({ type: 'policy proposal', id: proposal.id, details }, async (db) => {
        if ((await take(db, proposal, person)) === 0) throw changedMeanwhile('The proposal')
        return settingOf(db, proposal.name)
      })
    }

  const decide =
    (state: 'approved' | 'refused') =>
    (db: Db, { id }: StoredProposal, person: Person) =>
      decideProposal(db, { id, state, personId: person.id, personName: person.name })
  const approve = step('approve', decide('approved'), byAnother)
  const refuse = step('refuse', decide('refused'), byAnother)
  const withdraw = step('withdraw', (db, { id }, { name }) => withdrawProposal(db, { id, personName: name }))
  const apply = step(
    'apply',
    async (db, { id, name, value }, person) => {
      const applied = await markApplied(db, { id, personName: person.name })
      if (applied > 0) await storeSetting(db, { name, value: JSON.stringify(value), changedBy: person.name })
      return applied
    },
    // The limits may be others than when it was proposed.
    ({ name, value }) => allowedValue(knownName(name), value),
  )

  return Router()
    .get('/', needs('policy', 'read'), async (req, res) => {
      res.json({ settings: await accessOf(req).look({ type: 'policy settings' }, readSettings) })
    })
    .get('/:name/history', needs('policy', 'read'), async (req, res) => {
      const name = policyName(req)
      res.json({ changes: await accessOf(req).look({ type: 'policy settings' }, (db) => historyOf(db, { name })) })
    })
    .post('/:name/proposals', needsPolicy('create'), async (req, res) => {
      const name = policyName(req)
      const { value: given, reason } = parseBody(NewProposal, req)
      const value = allowedValue(name, given)
      const { person, look } = accessOf(req)
      const id = randomUUID()
      const setting = await look(
        { type: 'policy proposal', id, details: { step: 'propose', name, value } },
        async (db) => {
          await addProposal(db, {
            id,
            name,
            value: JSON.stringify(value),
            reason,
            personId: person.id,
            personName: person.name,
          })
          return settingOf(db, name)
        },
      )
      res.status(201).json(setting)
    })
    .post('/proposals/:id/approve', needsPolicy('approve'), async (req, res) => void res.json(await approve(req)))
    .post('/proposals/:id/refuse', needsPolicy('approve'), async (req, res) => void res.json(await refuse(req)))
    .post('/proposals/:id/withdraw', needsPolicy('create'), async (req, res) => void res.json(await withdraw(req)))
    .post('/proposals/:id/apply', needsPolicy('update'), async (req, res) => void res.json(await apply(req)))
}

const policyName = ({ params }: Request): PolicyName => knownName(params.name)

const knownName = (name: unknown): PolicyName => {
  if (!isPolicyName(name)) throw notFound('That setting')
  return name
}

const allowedValue = (name: PolicyName, given: unknown): number => {
  const value = POLICY_SETTINGS[name].schema.safeParse(given)
  if (value.success) return value.data
  throw invalidBody(value.error.issues.slice(0, 1).map(({ message }) => ({ pointer: '/value', detail: message })))
}

const settingOf = async (db: Db, name: string): Promise<Setting> => {
  const setting = (await readSettings(db)).find((one) => one.name === name)
  if (!setting) throw notFound('That setting')
  return setting
}

const byAnother = ({ proposedBy }: StoredProposal, person: Person) => {
  if (proposedBy === person.id)
    throw conflict('own-proposal', 'You proposed this yourself', 'Somebody else has to decide on it.')
}

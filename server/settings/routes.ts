import { Router } from 'express'
import type { Db } from '../db.ts'
import { invalidBody, notFound } from '../errors.ts'
import { parseBody } from '../request.ts'
import type { Service } from '../service.ts'
import { isPolicyName, POLICY_NAMES, POLICY_SETTINGS, policyFrom } from './policy.ts'
import { SettingChange, type Setting } from './schema.ts'
import { storedSettings, storeSetting } from './store.ts'

// There is no sign-in yet: the column waits for the names.
const NOBODY_KNOWN = 'not signed in'

export const settingsRoutes = ({ db }: Service) =>
  Router()
    .get('/', async (_req, res) => {
      res.json({ settings: await readSettings(db) })
    })
    .put('/:name', async (req, res) => {
      const { name } = req.params
      if (!isPolicyName(name)) throw notFound('That setting')
      const value = POLICY_SETTINGS[name].schema.safeParse(parseBody(SettingChange, req).value)
      if (!value.success)
        throw invalidBody(value.error.issues.slice(0, 1).map(({ message }) => ({ pointer: '/value', detail: message })))
      await storeSetting(db, { name, value: JSON.stringify(value.data), changedBy: NOBODY_KNOWN })

      res.json((await readSettings(db)).find((setting) => setting.name === name))
    })

const readSettings = async (db: Db): Promise<Setting[]> => {
  const stored = await storedSettings(db, {})
  const policy = policyFrom(stored)
  return POLICY_NAMES.map((name) => {
    const { default: usual, unit, says } = POLICY_SETTINGS[name]
    const { changedBy = null, changedAt = null } = stored.find((setting) => setting.name === name) ?? {}
    return { name, value: policy[name], default: usual, unit, says, changedBy, changedAt }
  })
}

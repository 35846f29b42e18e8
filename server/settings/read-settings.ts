import type { Db } from '../db.ts'
import { POLICY_NAMES, POLICY_SETTINGS, policyFrom } from './policy.ts'
import type { Setting } from './schema.ts'
import { openProposals, storedSettings } from './store.ts'

/** Every policy setting as it stands, with the change that waits. */
export const readSettings = async (db: Db): Promise<Setting[]> => {
  const stored = await storedSettings(db, {})
  const proposals = await openProposals(db, {})
  const policy = policyFrom(stored)
  return POLICY_NAMES.map((name) => {
    const { default: usual, unit, says } = POLICY_SETTINGS[name]
    const { changedBy = null, changedAt = null } = stored.find((setting) => setting.name === name) ?? {}
    const { name: _name, ...proposal } = proposals.find((one) => one.name === name) ?? { name: null }
    return {
      name,
      value: policy[name],
      default: usual,
      unit,
      says,
      changedBy,
      changedAt,
      proposal: 'id' in proposal ? proposal : null,
    }
  })
}

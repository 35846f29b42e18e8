import { Router, type RequestHandler } from 'express'
import { renderSVG } from 'uqr'
import type { Gate } from '../access/needs.ts'
import { underRole } from '../access/under-role.ts'
import { conflict, invalidBody, noPasswordHere } from '../errors.ts'
import { parseBody } from '../request.ts'
import type { Service } from '../service.ts'
import { tell } from './log.ts'
import { addressOf, newSecret, stepOf } from './one-time-code.ts'
import { openSecret, sealSecret } from './one-time-secret.ts'
import { CodeGiven, PasswordGiven } from './schema.ts'
import { withRightPassword } from './set-password.ts'
import { confirmCode, personWithSecrets, putSecret, removeCode } from './store.ts'

/** /api/session/one-time-code: a secret for the phone, put to use with its first code, and done without again. */
export const oneTimeCodeRoutes = (service: Service, { signedIn, requirePerson }: Gate, limit: RequestHandler) => {
  const { scribe, secrets } = service
  const entry = underRole(service.db, { role: 'entry' })

  return Router()
    .post('/', signedIn, async (req, res) => {
      const { id, username } = await requirePerson(req)
      const person = await personWithSecrets(entry, { id })
      if (!person?.passwordHash) throw noPasswordHere()
      const secret = newSecret()
      if ((await putSecret(entry, { id, sealed: sealSecret(secrets, id, secret) })) === 0) throw inUse()
      const uri = addressOf(secret, username)

      res.status(201).json({ secret, uri, svg: renderSVG(uri) })
    })
    .post('/confirm', signedIn, limit, async (req, res) => {
      const person = await requirePerson(req)
      const { code, password } = parseBody(CodeGiven, req)
      const { oneTimeSecret: sealed = null, isConfirmed } = (await personWithSecrets(entry, { id: person.id })) ?? {}
      if (isConfirmed) throw inUse()
      if (!sealed) throw notBegun()
      await withRightPassword({ db: entry, secrets }, person.id, password, '/password')
      const step = stepOf(openSecret(secrets, person.id, sealed), code, Date.now())
      if (step === null || (await confirmCode(entry, { id: person.id, sealed, step })) === 0) throw wrongCode()
      await tell(scribe, person, 'configuration', 'person', { what: 'one-time codes set up' })

      res.status(204).end()
    })
    .post('/remove', signedIn, limit, async (req, res) => {
      const person = await requirePerson(req)
      await withRightPassword({ db: entry, secrets }, person.id, parseBody(PasswordGiven, req).password, '/password')
      await removeCode(entry, { id: person.id })
      await tell(scribe, person, 'configuration', 'person', { what: 'one-time codes removed' })

      res.status(204).end()
    })
}

const inUse = () =>
  conflict(
    'already-there',
    'You have one-time codes',
    'Remove the ones that you have, with your password, before you set up new ones.',
  )

const notBegun = () =>
  conflict(
    'not-begun',
    'There is nothing to confirm',
    'Begin with one-time codes first: that shows what your phone has to read.',
  )

const wrongCode = () =>
  invalidBody([
    {
      pointer: '/code',
      detail: 'That is not the code of now. Check that your phone’s clock is right, then type the next one.',
    },
  ])

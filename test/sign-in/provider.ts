import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKeyPairSync } from 'node:crypto'

export const CLIENT = { clientId: 'place-risk', clientSecret: 'a-secret-of-the-tests-only-0123456789' }

/** Loaded without what it has to say of this Node. */
const loadProvider = async () => {
  const { warn } = console
  console.warn = () => {}
  try {
    return (await import('oidc-provider')).Provider
  } finally {
    console.warn = warn
  }
}

/** Its warning that what it holds is gone when it stops is what a test wants. */
const quietly = <T>(make: () => T): T => {
  const { warn } = console
  console.warn = () => {}
  try {
    return make()
  } finally {
    console.warn = warn
  }
}

const signingKey = {
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  alg: 'RS256',
  use: 'sig',
}
const HOUR_SECONDS = 3600
const KINDS = ['Interaction', 'Grant', 'Session', 'AccessToken', 'IdToken', 'AuthorizationCode']

export interface TestProvider {
  /** `http://localhost:PORT`: another site than the service on 127.0.0.1. */
  issuer: string
  /** Who signs in next, whoever asks. */
  setAccount(account: { sub: string } & Record<string, unknown>): void
  stop(): void
}

/**
 * A real provider of accounts: whoever comes is the account that the test has set.
 * @param isAsking it shows a page with a button first, as for a person; else it asks nothing
 */
export const startProvider = async (redirectUris: string[], { isAsking = false } = {}): Promise<TestProvider> => {
  let handle: (req: IncomingMessage, res: ServerResponse) => void = () => {}
  const server: Server = createServer((req, res) => handle(req, res)).listen(0, 'localhost')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  let account: { sub: string } & Record<string, unknown> = { sub: 'nobody' }

  const Provider = await loadProvider()
  const provider = quietly(
    () =>
      new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT.clientId,
            client_secret: CLIENT.clientSecret,
            redirect_uris: redirectUris,
            grant_types: ['authorization_code'],
            response_types: ['code'],
          },
        ],
        claims: { profile: ['name', 'preferred_username', 'roles', 'agency', 'areas'], email: ['email'] },
        findAccount: (_ctx: unknown, accountId: string) => ({
          accountId,
          claims: () => ({ ...account, sub: accountId }),
        }),
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
        cookies: { keys: ['the tests’ own key'] },
        pkce: { required: () => true },
        renderError: (ctx: { body: unknown }, out: unknown) => {
          ctx.body = out
        },
        jwks: { keys: [signingKey] },
        ttl: Object.fromEntries(KINDS.map((kind) => [kind, HOUR_SECONDS])),
      }),
  )

  const interact = async (req: IncomingMessage, res: ServerResponse): Promise<unknown> => {
    if (isAsking && req.method === 'GET') {
      res.setHeader('Content-Type', 'text/html; charset=utf-8')
      return res.end('<!doctype html><title>Provider</title><form method="post"><button>Continue</button></form>')
    }
    const details = await provider.interactionDetails(req, res)
    const grant = new provider.Grant({ accountId: account.sub, clientId: CLIENT.clientId })
    grant.addOIDCScope(String(details.params.scope))
    return provider.interactionFinished(req, res, {
      login: { accountId: account.sub },
      consent: { grantId: await grant.save() },
    })
  }
  const answer = provider.callback()
  handle = (req, res) => void (req.url?.startsWith('/interaction/') ? interact(req, res) : answer(req, res))

  return {
    issuer,
    setAccount: (next) => (account = next),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Follows a provider’s pages as a browser would, until it leads back to the service. Gives that address. */
export const walk = async (from: string, issuer: string): Promise<string> => {
  const cookies = new Map<string, string>()
  let next = from
  for (let i = 0; i < 10 && next.startsWith(issuer); i++) {
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (!location) throw new Error(`The provider answered ${response.status}: ${await response.text()}`)
    next = new URL(location, next).href
  }
  return next
}

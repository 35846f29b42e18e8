import * as client from 'openid-client'
import { isLoopback, type OidcConfig } from '../config.ts'

/** What has to come back from the provider, as it was sent. */
export interface Attempt {
  state: string
  nonce: string
  verifier: string
  /** The path to lead to afterwards. */
  next: string
}

export type Claims = Record<string, unknown> & { iss: string; sub: string }

/** The provider of accounts that are kept elsewhere. */
export interface OidcProvider {
  /** Where to send the browser, and what has to come back. */
  begin(redirectUri: string, next: string): Promise<{ url: URL; attempt: Attempt }>
  /** The claims of who signed in. @param callback the whole address that the browser came back to. @throws where anything does not fit */
  finish(callback: URL, attempt: Attempt): Promise<Claims>
}

const SCOPE = 'openid profile email'
const PATIENCE_SECONDS = 10

/** The provider is asked what it can do when somebody first signs in, so that a start does not wait for it; where that fails, again the next time. */
export const openProvider = (config: OidcConfig): OidcProvider => {
  let discovered: Promise<client.Configuration> | undefined
  const discovery = () => {
    discovered ??= discover(config).catch((error: unknown) => {
      discovered = undefined
      throw error
    })
    return discovered
  }

  return {
    async begin(redirectUri, next) {
      const provider = await discovery()
      const attempt: Attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        next,
      }
      const url = client.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: SCOPE,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      })
      return { url, attempt }
    },

    async finish(callback, { state, nonce, verifier }) {
      const provider = await discovery()
      const tokens = await client.authorizationCodeGrant(provider, callback, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()!
      // Many providers keep the id token small and tell the rest when asked.
      if (claims[config.roleClaim] !== undefined || !provider.serverMetadata().userinfo_endpoint) return claims
      return { ...(await client.fetchUserInfo(provider, tokens.access_token, claims.sub)), ...claims }
    },
  }
}

const discover = async ({ issuer, clientId, clientSecret }: OidcConfig) => {
  const url = new URL(issuer)
  const isPlain = url.protocol === 'http:'
  if (isPlain && !isLoopback(url.hostname)) throw new Error('The provider has to be reached over https.')
  const provider = await client.discovery(
    url,
    clientId,
    undefined,
    client.ClientSecretBasic(clientSecret),
    isPlain ? { execute: [client.allowInsecureRequests] } : undefined,
  )
  provider.timeout = PATIENCE_SECONDS
  return provider
}

import helmet from 'helmet'
import { isOtherHost } from '../config.ts'

/**
 * Nothing is asked of another host: a tile request tells a stranger where you look. A basemap that is a style URL
 * widens the policy to that one origin, and the start says so.
 */
export const securityHeaders = (basemap: string, isSecure: boolean) => {
  const mapOrigin = isOtherHost(basemap) ? [new URL(basemap).origin] : []
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'", ...mapOrigin],
        imgSrc: ["'self'", 'data:', 'blob:', ...mapOrigin],
        connectSrc: ["'self'", ...mapOrigin],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // Plain HTTP on loopback: a promise of HTTPS would lock the page out.
    strictTransportSecurity: isSecure && { maxAge: 31_536_000, includeSubDomains: false },
  })
}

/**
 * The token of a link that sets a password, kept in memory only; empty where there is none. It stands in the fragment, which no browser
 * sends, and leaves the address bar and the history as soon as the page starts: this file comes before whatever reads the address.
 */
const takeToken = () => {
  const { hash, pathname } = window.location
  if (pathname !== '/set-password' || !hash) return ''
  window.history.replaceState(null, '', pathname)
  return hash.slice(1)
}

export const linkToken = takeToken()

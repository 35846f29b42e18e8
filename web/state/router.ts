import { signal } from '@preact/signals'

/** The address bar, as a signal: pages are functions of it. */
export const address = signal(new URL(window.location.href))

/** The page that is open, as a link leads to it. */
export const pageHere = () => address.value.pathname + address.value.search

/** Goes to a page of this service without loading it anew. `replace` leaves no step behind for the back button. */
export const goTo = (href: string, { replace = false } = {}) => {
  const next = new URL(href, window.location.href)
  if (next.href === address.value.href) return
  window.history[replace ? 'replaceState' : 'pushState'](null, '', next)
  const isOtherPage = next.pathname !== address.value.pathname
  address.value = next
  if (isOtherPage) window.scrollTo(0, 0)
}

window.addEventListener('popstate', () => {
  address.value = new URL(window.location.href)
})

/** Plain links between our own pages stay in the page; new tabs, downloads and the API's addresses do not. */
document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return
  const link = (event.target as Element).closest('a')
  if (!link || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return
  if (link.pathname.startsWith('/api/') || (link.hash && link.pathname === window.location.pathname)) return
  event.preventDefault()
  goTo(link.href)
})

/** The path to lead to after sign-in: one of this service's own pages, else the first. Never another host, whatever a browser makes of the signs. */
export const safePath = (wanted: string | undefined): string => {
  if (wanted === undefined || !/^\/(?![/\\])[!-~]*$/.test(wanted)) return '/'
  return wanted.includes('\\') || wanted.includes('//') || wanted.startsWith('/api') ? '/' : wanted
}

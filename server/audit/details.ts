/** What a line's details say; nothing where somebody made them unreadable, which the chain shows. */
export const detailsOf = ({ details }: { details: string }): Record<string, unknown> => {
  try {
    return JSON.parse(details) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** @throws RangeError where `count` is not a whole number of 0 or more */
export function refuseBadCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`expected a whole number of 0 or more, got ${count}`)
}

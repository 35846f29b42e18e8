/** So many wrong tries cost nothing; from then on each doubles the wait, up to the longest. It never locks out for good. */
const FREE_TRIES = 5
const LONGEST_WAIT_SECONDS = 15 * 60

/** How long to wait after so many failures in a row, in seconds. */
export const waitSecondsAfter = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(2 ** (failures - FREE_TRIES), LONGEST_WAIT_SECONDS)

/** `12 seconds`, `3 minutes`: rounded up. */
export const inWords = (seconds: number): string => {
  if (seconds === 1) return '1 second'
  if (seconds < 60) return `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

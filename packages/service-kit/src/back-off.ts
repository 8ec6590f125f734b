const firstWaitMs = 15_000
const longestWaitMs = 6 * 60 * 60 * 1000

/** The wait before another try: doubled each time, with jitter so that what failed together does not return together. */
export function backOff(attempts: number, random = Math.random): number {
  const wait = Math.min(firstWaitMs * 2 ** Math.min(attempts - 1, 30), longestWaitMs)
  return Math.round(wait / 2 + (random() * wait) / 2)
}

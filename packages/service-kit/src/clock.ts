/** The time of the process. Injected, so that tests move it. */
export type Clock = { now(): Date }

export const processClock: Clock = { now: () => new Date() }

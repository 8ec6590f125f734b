import { away } from '@doable/service-kit/problem'
import { hash, verify } from '@node-rs/argon2'

/** argon2id (the library's algorithm of choice) at the least cost OWASP's password storage guide names: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** More at once would take the whole machine's memory bandwidth without finishing sooner. */
const atOnce = 2
/** About ten seconds of work; whoever comes later is better told to come back than kept waiting. */
const mostWaiting = 500

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < atOnce) running += 1
  else if (waiting.length >= mostWaiting)
    throw away('busy', 'Too many people are signing in; try again in a moment.')
  else await new Promise<void>((go) => waiting.push(go))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** Unicode has several spellings of one letter, and keyboards differ in which they send (NIST SP 800-63B, 5.1.1.2). */
const spelled = (password: string) => password.normalize('NFKC')

/** Takes tens of milliseconds on purpose: never call it inside a transaction. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(spelled(password), cost))

/** The hash of something random, at the same cost as all others, to have something to compare with. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$ezp9BmNfqv914IQUHsSu+A$bWmVBfkSyrIotHlNmFo4ERtbzles2U/StCphOvqrA7c'

/**
 * Whether the password is the one of the hash. Without a hash it takes the same time and answers no, so that nobody
 * learns from the time whether an account exists. Never call it inside a transaction.
 */
export async function passwordFits(passwordHash: string | undefined, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(passwordHash ?? nobodysHash, spelled(password)))
  return fits && passwordHash !== undefined
}

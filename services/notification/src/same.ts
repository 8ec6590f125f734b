import { timingSafeEqual } from 'node:crypto'

/** Takes as long for what is nearly right as for what is wrong. */
export function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

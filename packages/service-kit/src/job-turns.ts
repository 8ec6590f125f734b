import type { Claim, ClaimedRow } from './dialects/dialect.ts'

type Take = (most: number, which: Pick<Claim, 'of' | 'but'>) => Promise<ClaimedRow[]>

/** As many as are remembered to have much waiting; whoever comes then waits behind them as before. */
const mostGreedy = 50
/** How many due jobs of the greedy are passed over in search of others', and after how many claims without any. */
const scan = 200_000
const claimsBetween = 4

/**
 * Sees to it that nobody waits for all that somebody else has due in a queue. As long as there is little to do, the
 * longest due comes first. Whoever fills much of a full claim is remembered: then half of each claim goes to those who
 * are not, and the rest to the remembered in turn, until they have nothing due any more. It is kept in memory only, so
 * it costs no writing, and each process learns it with its first claim.
 */
export class JobTurns {
  #greedy: string[] = []
  #odd = 0
  #claimsLeft = 0

  /** Takes up to `most` jobs. */
  async take(most: number, take: Take): Promise<ClaimedRow[]> {
    if (this.#greedy.length === 0) return this.#noted(most, await take(most, {}))
    // Where the half is no whole number, it is rounded up and down in turn.
    this.#odd = 1 - this.#odd
    const rows = await this.#ofOthers((most + this.#odd) >> 1, take)
    for (let left = this.#greedy.length; left > 0 && rows.length < most; left -= 1) {
      const [owner, ...rest] = this.#greedy as [string, ...string[]]
      const share = Math.ceil((most - rows.length) / left)
      const own = await take(share, { of: owner })
      this.#greedy = own.length < share ? rest : [...rest, owner]
      rows.push(...own)
    }
    return rows
  }

  async #ofOthers(most: number, take: Take): Promise<ClaimedRow[]> {
    this.#claimsLeft -= 1
    if (this.#claimsLeft >= 0 || most === 0) return []
    const rows = this.#noted(most, await take(most, { but: { owners: this.#greedy, scan } }))
    if (rows.length < most) this.#claimsLeft = claimsBetween
    return rows
  }

  /** Remembers who has a quarter or more of a full claim. */
  #noted(most: number, rows: ClaimedRow[]): ClaimedRow[] {
    if (rows.length < most) return rows
    const owners = Map.groupBy(rows, ({ owner }) => owner)
    for (const [owner, { length }] of owners)
      if (owner !== null && length * 4 >= most && this.#greedy.length < mostGreedy) this.#greedy.push(owner)
    return rows
  }
}

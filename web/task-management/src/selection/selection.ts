/**
 * Where the person is in a page of tasks and which tasks they picked. Rows subscribe one by one, so that moving from row
 * to row renders two rows. `current` is the row that Tab reaches; `chosen` are the picked ones.
 */
export class Selection {
  #order: readonly string[] = []
  #places: Map<string, number> | undefined
  #chosen: ReadonlySet<string> = new Set()
  #current: string | undefined
  #anchor: string | undefined
  /** What was picked when the anchor was set: a range that grows and shrinks leaves it alone. */
  #kept: ReadonlySet<string> = new Set()
  #wanted: string | undefined
  #editing: string | undefined
  #listeners = new Set<() => void>()

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  /** Ids of the rows from top to bottom. */
  get order() {
    return this.#order
  }
  get current() {
    return this.#current
  }
  get chosen() {
    return this.#chosen
  }
  /** The row that takes the focus as soon as it is on the screen. */
  get wanted() {
    return this.#wanted
  }
  /** The row whose title is being written in place. */
  get editing() {
    return this.#editing
  }
  placeOf(id: string) {
    this.#places ??= new Map(this.#order.map((each, place) => [each, place]))
    return this.#places.get(id) ?? -1
  }

  /** Takes over the rows as they now are. A current row that went away hands over to the row that followed it. */
  follow(order: readonly string[]) {
    if (order === this.#order) return
    const before = this.#order
    const former = this.#current
    this.#order = order
    this.#places = undefined
    if (former === undefined) this.#current = order[0]
    else if (!order.includes(former)) this.#current = this.#follower(former, before)
    const here = (id: string) => this.placeOf(id) >= 0
    if (![...this.#chosen].every(here)) this.#chosen = new Set([...this.#chosen].filter(here))
    this.#tell()
  }

  /** Of the rows that are still there the first one behind a gone one, otherwise the last one before it. */
  #follower(gone: string, before: readonly string[]): string | undefined {
    const at = before.indexOf(gone)
    const next = before[at + 1]
    // Mostly a single row goes; then not every row has to be looked up.
    if (next !== undefined && this.#order.includes(next)) return next
    const here = (id: string) => this.placeOf(id) >= 0
    return (
      before.slice(at + 1).find(here) ?? before.slice(0, Math.max(at, 0)).findLast(here) ?? this.#order[0]
    )
  }

  /** Makes a row the current one, because it was focused or clicked. */
  enter(id: string) {
    if (this.#wanted === id) this.#wanted = undefined
    if (this.#current === id) return
    this.#current = id
    this.#tell()
  }

  /** Makes a row the current one and sends the focus there. */
  go(id: string) {
    this.#current = id
    this.#wanted = id
    this.#tell()
  }

  edit(id: string) {
    this.#editing = id
    this.enter(id)
    this.#tell()
  }

  stopEditing() {
    if (this.#editing === undefined) return
    this.#wanted = this.#editing
    this.#editing = undefined
    this.#tell()
  }

  /** Goes `step` rows down (or up, when negative) and stops at the ends. Answers the new current row. */
  move(step: number) {
    const at = this.#current === undefined ? -1 : this.placeOf(this.#current)
    const id = this.#order[Math.min(Math.max(at + step, 0), this.#order.length - 1)]
    if (id !== undefined) this.go(id)
    return id
  }

  toggle(id: string) {
    const chosen = new Set(this.#chosen)
    if (!chosen.delete(id)) chosen.add(id)
    this.#kept = chosen
    this.#choose(chosen, id)
  }

  /** Picks everything between the row picked last (without one: the row `from`) and this one, and no longer what a longer range had. */
  extend(id: string, from = this.#current ?? id) {
    const anchor = this.#anchor ?? from
    const here = (each: string) => this.placeOf(each) >= 0
    const [start, end] = [this.placeOf(anchor), this.placeOf(id)]
    const range = this.#order.slice(Math.min(start, end), Math.max(start, end) + 1)
    // Not entered: the focus may still be on its way there.
    this.#current = id
    this.#choose(new Set([...[...this.#kept].filter(here), ...range]), anchor)
  }

  chooseAll() {
    this.#choose(new Set(this.#order), this.#anchor)
  }

  clear() {
    this.#kept = new Set()
    if (this.#chosen.size > 0) this.#choose(this.#kept, undefined)
  }

  /** What an act is meant for, from top to bottom: the picked rows if the row is one of them, otherwise the row alone. */
  targets(id: string | undefined = this.#current): string[] {
    if (this.#chosen.size > 0 && (id === undefined || this.#chosen.has(id) || id === this.#current))
      return this.#order.filter((each) => this.#chosen.has(each))
    return id === undefined ? [] : [id]
  }

  #choose(chosen: ReadonlySet<string>, anchor: string | undefined) {
    this.#chosen = chosen
    this.#anchor = anchor
    this.#tell()
  }
  #tell() {
    for (const listener of this.#listeners) listener()
  }
}

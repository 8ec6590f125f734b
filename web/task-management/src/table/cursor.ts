import type { ViewColumn } from '@doable/contracts/view'

/** The cell whose value is being changed, and the element it is changed at. */
export type Editing = { id: string; column: ViewColumn; anchor: HTMLElement }

/** Which column of the current row the focus is on, and which cell is being changed. Cells subscribe one by one. */
export class Cursor {
  #column: ViewColumn = 'title'
  #editing: Editing | undefined
  readonly #listeners = new Set<() => void>()

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  get column() {
    return this.#column
  }
  get editing() {
    return this.#editing
  }
  enter(column: ViewColumn) {
    if (this.#column === column) return
    this.#column = column
    this.#tell()
  }
  edit(editing: Editing | undefined) {
    if (editing) this.#column = editing.column
    this.#editing = editing
    this.#tell()
  }
  #tell() {
    for (const listener of this.#listeners) listener()
  }
}

import type { Color } from '@doable/contracts/common'
import type { FilterPatch, NewFilter } from '@doable/contracts/filter'
import type { LabelPatch } from '@doable/contracts/label'
import type { ListPatch, SectionPatch } from '@doable/contracts/list'
import { newId } from '@doable/domain/ids'
import { changed } from './changed.ts'
import { StoreCore } from './core.ts'
import type { Act } from './inverse.ts'
import { kindOf, type Noun } from './kinds.ts'
import type { WholeList } from './list-copy.ts'
import { statesOf } from './list-states.ts'
import { type Placement, place } from './placement.ts'

/** What tasks are sorted into: lists, their sections, and labels; and filters. */
export class Shelves extends StoreCore {
  addList({ color = 'gray', ...rest }: ListFields, placement: Placement = {}): string {
    return this.#add('list', { ...rest, color }, this.getSnapshot().lists.values(), placement)
  }
  /** A list with what is in it, in one step. Answers its id. */
  addWholeList({ list, sections, tasks }: WholeList, placement: Placement = {}): string {
    const { id: listId, ...looks } = list
    const places = place([listId], [...this.getSnapshot().lists.values()], placement)
    const made = places.map(({ id, position }): Act => {
      if (id !== listId) return positioned('list', { id, position })
      return { type: 'list.create', subjectId: listId, fields: { ...looks, position } }
    })
    const filled = [
      ...sections.map(({ id, ...fields }): Act => ({ type: 'section.create', subjectId: id, fields })),
      ...tasks.map(({ id, ...fields }): Act => ({ type: 'task.create', subjectId: id, fields })),
    ]
    this.act([...made, ...filled])
    return listId
  }
  updateList(id: string, changes: ListPatch): void {
    const list = this.getSnapshot().lists.get(id)
    const fields = list && changed({ ...list, ...statesOf(list) }, changes)
    if (fields) this.act([{ type: 'list.update', subjectId: id, fields }])
  }
  trashList(id: string): void {
    this.act([{ type: 'list.trash', subjectId: id }])
  }
  restoreList(id: string): void {
    this.act([{ type: 'list.restore', subjectId: id }])
  }
  moveList(id: string, to: Placement): void {
    this.#move('list', id, this.getSnapshot().lists.values(), to)
  }

  addSection({ listId, name }: { listId: string; name: string }, placement: Placement = {}): string {
    return this.#add('section', { listId, name }, this.#sectionsOf(listId), placement)
  }
  updateSection(id: string, changes: SectionPatch): void {
    const fields = changed(this.getSnapshot().sections.get(id), changes)
    if (fields) this.act([{ type: 'section.update', subjectId: id, fields }])
  }
  trashSection(id: string): void {
    this.act([{ type: 'section.trash', subjectId: id }])
  }
  restoreSection(id: string): void {
    this.act([{ type: 'section.restore', subjectId: id }])
  }
  moveSection(id: string, to: Placement): void {
    const section = this.getSnapshot().sections.get(id)
    if (section) this.#move('section', id, this.#sectionsOf(section.listId), to)
  }

  addLabel({ name, color = 'gray' }: { name: string; color?: Color }, placement: Placement = {}): string {
    return this.#add('label', { name, color }, this.getSnapshot().labels.values(), placement)
  }
  updateLabel(id: string, changes: LabelPatch): void {
    const fields = changed(this.getSnapshot().labels.get(id), changes)
    if (fields) this.act([{ type: 'label.update', subjectId: id, fields }])
  }
  trashLabel(id: string): void {
    this.act([{ type: 'label.trash', subjectId: id }])
  }
  restoreLabel(id: string): void {
    this.act([{ type: 'label.restore', subjectId: id }])
  }
  moveLabel(id: string, to: Placement): void {
    this.#move('label', id, this.getSnapshot().labels.values(), to)
  }

  addFilter({ color = 'gray', favorite = false, ...rest }: FilterFields, placement: Placement = {}): string {
    return this.#add('filter', { ...rest, color, favorite }, this.getSnapshot().filters.values(), placement)
  }
  updateFilter(id: string, changes: FilterPatch): void {
    const fields = changed(this.getSnapshot().filters.get(id), changes)
    if (fields) this.act([{ type: 'filter.update', subjectId: id, fields }])
  }
  trashFilter(id: string): void {
    this.act([{ type: 'filter.trash', subjectId: id }])
  }
  restoreFilter(id: string): void {
    this.act([{ type: 'filter.restore', subjectId: id }])
  }
  moveFilter(id: string, to: Placement): void {
    this.#move('filter', id, this.getSnapshot().filters.values(), to)
  }

  #sectionsOf(listId: string) {
    return [...this.getSnapshot().sections.values()].filter((section) => section.listId === listId)
  }

  #add(noun: Noun, fields: object, among: Iterable<Placed>, placement: Placement): string {
    const id = newId()
    const places = place([id], [...among], placement)
    const acts = places.map((each) =>
      each.id === id
        ? { type: `${noun}.create`, subjectId: id, fields: { ...fields, position: each.position } }
        : positioned(noun, each),
    )
    this.act(acts as Act[])
    return id
  }

  #move(noun: Noun, id: string, among: Iterable<Placed>, to: Placement): void {
    if (!this.getSnapshot()[kindOf[noun]].has(id)) return
    this.act(place([id], [...among], to).map((each) => positioned(noun, each)))
  }
}

/** `template` makes one of those. */
type ListFields = { name: string; color?: Color; template?: true }
type FilterFields = Pick<NewFilter, 'name' | 'query'> & Partial<Pick<NewFilter, 'color' | 'favorite'>>
type Placed = { id: string; position: string }
const positioned = (noun: Noun, { id, position }: Placed) =>
  ({ type: `${noun}.update`, subjectId: id, fields: { position } }) as Act

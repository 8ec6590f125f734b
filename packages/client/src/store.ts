import type { Color } from '@doable/contracts/common'
import type { LabelPatch } from '@doable/contracts/label'
import type { ListPatch, SectionPatch } from '@doable/contracts/list'
import type { NewTask, Task, TaskPatch } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { isRepeating } from '@doable/domain/occurrence'
import { nextOccurrence } from '@doable/domain/recurrence/series'
import { changed } from './changed.ts'
import { copiesOf } from './copies.ts'
import { StoreCore } from './core.ts'
import type { Act } from './inverse.ts'
import { creations, moves, type Target } from './moving.ts'
import { type Placement, place } from './placement.ts'

type Verb = 'reopen' | 'trash' | 'restore' | 'purge'
type Noun = 'list' | 'section' | 'label'
const rowsOf = { list: 'lists', section: 'sections', label: 'labels' } as const

/**
 * A signed-in person's lists and tasks in this browser. Every verb shows at once, is queued durably, is one step to undo
 * and leaves it in `lastStep`; those that make something answer its id. None waits for the network.
 */
export class Store extends StoreCore {
  /** Into the Inbox without `listId`; at the end of its list, section or parent unless `placement` says otherwise. */
  addTask(fields: NewTask, placement: Placement = {}): string {
    return this.addTasks([fields], placement)[0] as string
  }

  /** Several tasks in one step, in that order. One that is given an `id` may be the `parentId` of a later one. */
  addTasks(all: NewTask[], placement: Placement = {}): string[] {
    const made = all.map((fields) => ({ ...fields, id: fields.id ?? newId() }))
    this.act(creations(made, this.getSnapshot().tasks, this.personId, placement))
    return made.map(({ id }) => id)
  }

  updateTask(id: string, changes: TaskPatch): void {
    this.updateTasks([id], changes)
  }

  /** The same changes to all, or what a function answers for each. */
  updateTasks(ids: Iterable<string>, changes: TaskPatch | ((task: Task) => TaskPatch)): void {
    const { tasks } = this.getSnapshot()
    const acts = [...ids].map((subjectId): Act | undefined => {
      const task = tasks.get(subjectId)
      const wanted = task && (typeof changes === 'function' ? changes(task) : changes)
      const fields = task && changed(task, wanted)
      return fields && { type: 'task.update', subjectId, fields }
    })
    this.act(acts.filter((act) => act !== undefined))
  }

  completeTasks(ids: Iterable<string>): void {
    this.#turn('task.complete', ids)
  }
  /** Leaves out the present occurrence of repeating tasks. */
  skipTasks(ids: Iterable<string>): void {
    this.#turn('task.skip', ids)
  }
  /** Takes a completed or skipped occurrence back. */
  uncompleteTask(id: string, occurrenceOn: string): void {
    this.act([{ type: 'task.uncomplete', subjectId: id, occurrenceOn }])
  }
  /**
   * Makes the present occurrence a task of its own, with what is open below it, and lets the repeating one go on to its
   * next: what is changed there holds for that time only. Answers its id; undefined where there is no next one.
   */
  detachTask(id: string): string | undefined {
    const { tasks } = this.getSnapshot()
    const task = tasks.get(id)
    if (!task || !isRepeating(task) || !nextOccurrence(task, this.today)) return undefined
    const copies = copiesOf(task, tasks.values())
    const made = creations(copies, tasks, this.personId, { after: id })
    this.act([...made, ...this.#turning('task.skip', [id])])
    return copies[0]?.id
  }
  /** Completes repeating tasks for good. */
  endTasks(ids: Iterable<string>): void {
    const acts = [...ids].flatMap((subjectId): Act[] => [
      { type: 'task.update', subjectId, fields: { repeatRule: null } },
      { type: 'task.complete', subjectId },
    ])
    this.act(acts)
  }
  reopenTasks(ids: Iterable<string>): void {
    this.#each('reopen', ids)
  }
  trashTasks(ids: Iterable<string>): void {
    this.#each('trash', ids)
  }
  restoreTasks(ids: Iterable<string>): void {
    this.#each('restore', ids)
  }
  /** Erases trashed tasks for good. The one thing that cannot be undone. */
  purgeTasks(ids: Iterable<string>): void {
    this.#each('purge', ids)
  }

  /** Moves tasks, their subtasks with them, in that order: before or after another one, or to the end of a place. */
  moveTasks(ids: Iterable<string>, to: Target): void {
    const view = this.getSnapshot()
    const acts = moves([...ids], to, view).map((act): Act | undefined => {
      const task = view.tasks.get(act.subjectId)
      const fields = task && changed(task, act.fields)
      return fields && { ...act, fields }
    })
    this.act(acts.filter((act) => act !== undefined))
  }

  addList({ name, color = 'gray' }: { name: string; color?: Color }, placement: Placement = {}): string {
    return this.#add('list', { name, color }, this.getSnapshot().lists.values(), placement)
  }
  updateList(id: string, changes: ListPatch): void {
    const list = this.getSnapshot().lists.get(id)
    const fields = list && changed({ ...list, archived: list.archivedAt !== null }, changes)
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

  #each(verb: Verb, ids: Iterable<string>): void {
    this.act([...ids].map((subjectId): Act => ({ type: `task.${verb}`, subjectId })))
  }

  #turn(type: 'task.complete' | 'task.skip', ids: Iterable<string>): void {
    this.act(this.#turning(type, ids))
  }

  /** Repeating tasks say which occurrence is meant, so that two devices do it once. */
  #turning(type: 'task.complete' | 'task.skip', ids: Iterable<string>): Act[] {
    const { tasks } = this.getSnapshot()
    return [...ids].map((subjectId): Act => {
      const task = tasks.get(subjectId)
      const repeats = task !== undefined && isRepeating(task)
      return { type, subjectId, ...(repeats && { occurrenceOn: task.occurrenceOn, doneOn: this.today }) }
    })
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
    if (!this.getSnapshot()[rowsOf[noun]].has(id)) return
    this.act(place([id], [...among], to).map((each) => positioned(noun, each)))
  }
}

type Placed = { id: string; position: string }
const positioned = (noun: Noun, { id, position }: Placed) =>
  ({ type: `${noun}.update`, subjectId: id, fields: { position } }) as Act

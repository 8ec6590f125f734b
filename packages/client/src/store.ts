import type { NewTask, Task, TaskPatch } from '@doable/contracts/task'
import type { ViewPatch } from '@doable/contracts/view'
import { newId } from '@doable/domain/ids'
import { isRepeating } from '@doable/domain/occurrence'
import type { Planned } from '@doable/domain/quick-add/new-tasks'
import { nextOccurrence } from '@doable/domain/recurrence/series'
import { changed } from './changed.ts'
import { copiesOf } from './copies.ts'
import { Discussion } from './discussion.ts'
import type { Act } from './inverse.ts'
import { creations, moves, type Target } from './moving.ts'
import type { Placement } from './placement.ts'
import { planActs } from './planned.ts'

type Verb = 'reopen' | 'trash' | 'restore' | 'purge'

/**
 * A signed-in person's lists and tasks in this browser. Every verb shows at once, is queued durably, is one step to undo
 * and leaves it in `lastStep`; those that make something answer its id. None waits for the network.
 */
export class Store extends Discussion {
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

  /** What lines of quick add come to, in one step: the tasks, whose ids it answers, and what they need. */
  addPlanned(planned: Planned): string[] {
    this.act(planActs(planned, this.getSnapshot(), this.personId))
    return planned.tasks.map(({ id }) => id)
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

  /** Changes how the person looks at a page, on all their devices; null is as the page is by itself. No step to undo. */
  setView(id: string, settings: ViewPatch): void {
    this.quietly([{ type: 'view.set', subjectId: id, fields: settings }])
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
}

import { mayEditTask } from '@doable/client/rights'
import type { Store } from '@doable/client/store'
import type { Task, TaskPatch } from '@doable/contracts/task'
import { announce } from '@doable/ui/announce'
import { toast } from '@doable/ui/toast'
import { plural, t } from '@lingui/core/macro'
import { readOnlyWords, unfinishedWords } from '../names/read-only-words.ts'
import { makeFieldActs } from './field-acts.ts'
import { makeRepeatActs, withNext } from './repeat-acts.ts'
import { redo, undo, undoable } from './undoable.ts'

/** Where tasks go: into a list, section or parent, before or after a task that is there. */
export type Place = {
  listId?: string
  sectionId?: string | null
  parentId?: string | null
  before?: string
  after?: string
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** The labels with one more, or one less. */
export const withLabel = (labels: string[], name: string, on: boolean): string[] => {
  const others = labels.filter((each) => !same(each, name))
  return on ? (others.length < labels.length ? labels : [...labels, name]) : others
}

let dismissRefusal = () => {}

/** Says why nothing was done, once however often it is tried. */
function refuse(words: string) {
  dismissRefusal()
  dismissRefusal = toast(words)
}

/** Whether one of the tasks would come to lie below itself. */
function isCircle(store: Store, ids: string[], { parentId, before, after }: Place): boolean {
  const { tasks } = store.getSnapshot()
  const seen = new Set<string>()
  const parentOf = (id: string | undefined) => tasks.get(id ?? '')?.parentId ?? null
  for (
    let id = parentId === undefined ? parentOf(before ?? after) : parentId;
    id !== null;
    id = parentOf(id)
  ) {
    if (ids.includes(id)) return true
    if (seen.has(id)) return false
    seen.add(id)
  }
  return false
}

/** Which tasks the person may change at all; nothing is done to others, wherever it was asked for. */
function makeGuard(store: Store) {
  const allowed = (ids: string[]) => ids.filter((id) => mayEditTask(store.getSnapshot(), id))
  const ifAllowed = (ids: string[], run: (ids: string[]) => void) => {
    const may = allowed(ids)
    if (may.length > 0) return run(may)
    const { tasks, lists } = store.getSnapshot()
    const words = readOnlyWords(lists.get(tasks.get(ids[0] ?? '')?.listId ?? ''))
    if (words) refuse(words)
  }
  /** The same for completing, which what is in a template does not take. */
  const ifFinishable = (ids: string[], run: (ids: string[]) => void) =>
    ifAllowed(ids, (may) => {
      const { tasks, lists } = store.getSnapshot()
      const wordsOf = (id: string) => unfinishedWords(lists.get(tasks.get(id)?.listId ?? ''))
      const finishable = may.filter((id) => wordsOf(id) === undefined)
      if (finishable.length > 0) run(finishable)
      else refuse(wordsOf(may[0] ?? '') ?? '')
    })
  return { allowed, ifAllowed, ifFinishable }
}

/**
 * What a person does to tasks: each act is one step back, and says so where it takes something out of sight. Tasks that
 * the person may only look at are left as they are.
 */
export function makeActs(store: Store) {
  const { allowed, ifAllowed, ifFinishable } = makeGuard(store)
  const isOpen = (id: string) => store.getSnapshot().tasks.get(id)?.completedAt === null
  const complete = (ids: string[]) => {
    const text = plural(ids.length, { one: 'Task completed', other: '# tasks completed' })
    undoable(
      store,
      () => store.completeTasks(ids),
      () => withNext(store, ids, text),
    )
  }
  const toggle = (ids: string[]) => {
    const open = ids.filter(isOpen)
    if (open.length > 0) complete(open)
    else store.reopenTasks(ids)
  }
  const trash = (ids: string[]) => {
    const text = plural(ids.length, { one: 'Task moved to the trash', other: '# tasks moved to the trash' })
    undoable(store, () => store.trashTasks(ids), text)
  }
  const change = (ids: string[], changes: TaskPatch | ((task: Task) => TaskPatch)) =>
    ifAllowed(ids, (may) => store.updateTasks(may, changes))
  /** Says of several tasks how many it was; of one, its row says what became of it. */
  const changeSaying = (...[ids, changes]: Parameters<typeof change>) => {
    change(ids, changes)
    const count = allowed(ids).length
    if (count > 1) announce(plural(count, { one: '# task changed', other: '# tasks changed' }))
  }
  return {
    /** Those of the tasks that may be changed. */
    allowed,
    /** Does something with those of the tasks that may be changed; says why not where none may. */
    ifAllowed,
    /** Completes what is open; reopens when nothing is. */
    toggle: (ids: string[]) => ifFinishable(ids, toggle),
    trash: (ids: string[]) => ifAllowed(ids, trash),
    restore: (ids: string[]) => ifAllowed(ids, (may) => store.restoreTasks(may)),
    rename(task: Task, title: string) {
      const line = title.replace(/\s+/g, ' ').trim()
      if (line && line !== task.title) change([task.id], { title: line })
    },
    change,
    setPriority: (ids: string[], priority: number) => changeSaying(ids, { priority }),
    /** Another day at the same time; null takes the day away. */
    reschedule(ids: string[], dueOn: string | null) {
      const count = allowed(ids).length
      const text = plural(count, { one: 'Task rescheduled', other: '# tasks rescheduled' })
      undoable(store, () => change(ids, { dueOn }), text)
    },
    /** A day and a time of day in the person's own zone. */
    setDue(ids: string[], { date, time }: { date: string | null; time: string | null }, zone: string) {
      changeSaying(ids, (task) => ({
        dueOn: date,
        dueTime: time,
        dueTimeZone: date && time && task.dueTimeZone !== null ? zone : null,
      }))
    },
    /** Gives each task or takes from each task a label; what else they have stays. */
    setLabel(ids: string[], name: string, on: boolean) {
      changeSaying(ids, ({ labels }) => ({ labels: withLabel(labels, name, on) }))
    },
    /** `where` names the new place for the message; without it the move is in sight and needs none. */
    move(ids: string[], place: Place, where?: string) {
      if (isCircle(store, ids, place)) refuse(t`A task cannot be moved below itself.`)
      const act = () => ifAllowed(ids, (may) => store.moveTasks(may, place))
      if (where === undefined) act()
      else undoable(store, act, t`Moved to ${where}`)
    },
    ...makeFieldActs(store, change),
    ...makeRepeatActs(store, ifAllowed, ifFinishable),
    undo: () => undo(store),
    redo: () => redo(store),
  }
}
export type Acts = ReturnType<typeof makeActs>

import type { Store } from '@doable/client/store'
import type { Task, TaskPatch } from '@doable/contracts/task'
import { describeDate } from '@doable/domain/describe-day'
import { isRepeating } from '@doable/domain/occurrence'
import { firstOccurrence } from '@doable/domain/recurrence/series'
import { currentReader } from '@doable/ui/format'
import { plural, t } from '@lingui/core/macro'
import { redo, undo, undoable } from './undoable.ts'

/** Where tasks go: into a list, section or parent, before or after a task that is there. */
export type Place = {
  listId?: string
  sectionId?: string | null
  parentId?: string | null
  before?: string
  after?: string
}

/** When a repeating task comes again. */
function nextWords(task: Task | undefined): string {
  if (!task || !isRepeating(task)) return ''
  const day = describeDate(task.dueOn, '', currentReader().language)
  return t`Next: ${day}`
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** The labels with one more, or one less. */
export const withLabel = (labels: string[], name: string, on: boolean): string[] => {
  const others = labels.filter((each) => !same(each, name))
  return on ? (others.length < labels.length ? labels : [...labels, name]) : others
}

/** What a person does to tasks: each act is one step back, and says so where it takes something out of sight. */
export function makeActs(store: Store) {
  const isOpen = (id: string) => store.getSnapshot().tasks.get(id)?.completedAt === null
  const next = (ids: string[]) =>
    nextWords(store.getSnapshot().tasks.get(ids.length === 1 ? (ids[0] ?? '') : ''))
  const complete = (ids: string[]) => {
    const text = plural(ids.length, { one: 'Task completed', other: '# tasks completed' })
    undoable(
      store,
      () => store.completeTasks(ids),
      () => [text, next(ids)].filter(Boolean).join('. '),
    )
  }
  const change = (ids: string[], changes: TaskPatch) => store.updateTasks(ids, changes)
  return {
    complete,
    reopen: (ids: string[]) => store.reopenTasks(ids),
    /** Completes what is open; reopens when nothing is. */
    toggle(ids: string[]) {
      const open = ids.filter(isOpen)
      if (open.length > 0) complete(open)
      else store.reopenTasks(ids)
    },
    /** Leaves out the present occurrence of those that repeat. */
    skip(ids: string[]) {
      undoable(
        store,
        () => store.skipTasks(ids),
        () => [t`Skipped`, next(ids)].filter(Boolean).join('. '),
      )
    },
    uncomplete(id: string, occurrenceOn: string) {
      undoable(store, () => store.uncompleteTask(id, occurrenceOn), t`Taken back`)
    },
    /** Answers the id of the task that this occurrence has become. */
    detach(id: string): string | undefined {
      let made: string | undefined
      undoable(store, () => (made = store.detachTask(id)), t`This one is a task of its own now`)
      return made
    },
    /** Completes for good. */
    end(ids: string[]) {
      undoable(store, () => store.endTasks(ids), t`Completed for good`)
    },
    /** A rule from the day of each task on, or from its first day after that; without one they do not repeat. */
    repeat(ids: string[], repeatRule: string | null, repeatMode: Task['repeatMode'], today: string) {
      store.updateTasks(ids, ({ dueOn }) => {
        if (repeatRule === null) return { repeatRule }
        const on = firstOccurrence(repeatRule, dueOn ?? today) ?? dueOn ?? today
        return { repeatRule, repeatMode, dueOn: on, occurrenceOn: on }
      })
    },
    trash(ids: string[]) {
      const text = plural(ids.length, { one: 'Task moved to the trash', other: '# tasks moved to the trash' })
      undoable(store, () => store.trashTasks(ids), text)
    },
    restore: (ids: string[]) => store.restoreTasks(ids),
    /** Cannot be undone. */
    purge: (ids: string[]) => store.purgeTasks(ids),
    rename(task: Task, title: string) {
      const line = title.replace(/\s+/g, ' ').trim()
      if (line) store.updateTask(task.id, { title: line })
    },
    change,
    setPriority: (ids: string[], priority: number) => change(ids, { priority }),
    /** Another day at the same time; null takes the day away. */
    reschedule(ids: string[], dueOn: string | null) {
      const text = plural(ids.length, { one: 'Task rescheduled', other: '# tasks rescheduled' })
      undoable(store, () => change(ids, { dueOn }), text)
    },
    /** A day and a time of day in the person's own zone. */
    setDue(ids: string[], { date, time }: { date: string | null; time: string | null }, zone: string) {
      store.updateTasks(ids, (task) => ({
        dueOn: date,
        dueTime: time,
        dueTimeZone: date && time && task.dueTimeZone !== null ? zone : null,
      }))
    },
    /** Gives each task or takes from each task a label; what else they have stays. */
    setLabel(ids: string[], name: string, on: boolean) {
      store.updateTasks(ids, ({ labels }) => ({ labels: withLabel(labels, name, on) }))
    },
    /** `where` names the new place for the message; without it the move is in sight and needs none. */
    move(ids: string[], place: Place, where?: string) {
      const act = () => store.moveTasks(ids, place)
      if (where === undefined) act()
      else undoable(store, act, t`Moved to ${where}`)
    },
    undo: () => undo(store),
    redo: () => redo(store),
  }
}
export type Acts = ReturnType<typeof makeActs>

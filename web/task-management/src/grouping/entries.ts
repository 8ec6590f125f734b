import type { Label } from '@doable/contracts/label'
import type { List, ListMember } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'
import type { ViewGrouping } from '@doable/contracts/view'
import { addDays, type Now } from '@doable/domain/calendar'
import { dueIn, isOverdue } from '@doable/domain/due'
import type { Defaults, Group, Heading, Into } from '../lines/group.ts'

/** What groups are made of besides tasks. */
export type World = {
  now: Now
  lists: readonly Pick<List, 'id' | 'role'>[]
  labels: readonly Pick<Label, 'name'>[]
  /** Who can be assigned something on the page, the person themselves first. */
  people: readonly Pick<ListMember, 'id'>[]
}
/** A possible group: its key among those of the grouping, and what is said of it. */
export type Entry = { key: string; heading: Heading } & Partial<Pick<Group, 'day' | 'spare'>> & {
    into?: Into
    add?: Defaults
  }
/** How tasks are parted: the key of each task's group, and the groups in their order. */
export type Parting = { keyOf(task: Task): string; entries(keys: ReadonlySet<string>): Entry[] }
export type FieldGrouping = Exclude<ViewGrouping, 'none' | 'section'>

const lacking = 'none'
const fold = (word: string) => word.toLowerCase()

function byDate({ now }: World): Parting {
  const day = (on: string): Entry => ({
    key: on,
    heading: on === now.day ? { kind: 'today' } : { kind: 'day', day: on },
    day: on,
    into: { dueOn: on },
    add: { dueOn: on },
  })
  return {
    keyOf: (task) => (isOverdue(task, now) ? 'overdue' : (dueIn(task, now.zone)?.day ?? lacking)),
    entries(keys) {
      const days = new Set([now.day, addDays(now.day, 1)])
      for (const key of keys) if (key !== 'overdue' && key !== lacking) days.add(key)
      return [
        { key: 'overdue', heading: { kind: 'overdue' }, spare: true },
        ...[...days].sort().map((on) => ({ ...day(on), spare: true })),
        {
          key: lacking,
          heading: { kind: 'lacking', what: 'date' },
          into: { dueOn: null },
          add: {},
          spare: true,
        },
      ]
    },
  }
}

const byPriority = (): Parting => ({
  keyOf: (task) => String(task.priority),
  entries: () =>
    [1, 2, 3, 4].map((priority) => ({
      key: String(priority),
      heading: { kind: 'priority', priority },
      into: { priority },
      add: { priority },
      spare: true,
    })),
})

/** Under its first label, so that each task stands in one place; putting it elsewhere changes just that label. */
function byLabel({ labels }: World): Parting {
  const entry = (name: string): Entry => ({
    key: `@${fold(name)}`,
    heading: { kind: 'label', name },
    into: { label: name },
    add: { labels: [name] },
    spare: true,
  })
  const own = labels.map(({ name }) => entry(name))
  const known = new Set(own.map(({ key }) => key))
  return {
    keyOf: ({ labels: [first] }) => (first === undefined ? lacking : `@${fold(first)}`),
    entries(keys) {
      const others = [...keys].filter((key) => key !== lacking && !known.has(key)).sort()
      return [
        ...own,
        ...others.map((key) => entry(key.slice(1))),
        {
          key: lacking,
          heading: { kind: 'lacking', what: 'label' },
          into: { label: null },
          add: {},
          spare: true,
        },
      ]
    },
  }
}

const byList = ({ lists }: World): Parting => ({
  keyOf: (task) => task.listId,
  entries: () =>
    lists.map(({ id, role }) => ({
      key: id,
      heading: { kind: 'list', listId: id },
      spare: true,
      ...(role !== 'viewer' && { into: { listId: id, sectionId: null }, add: { listId: id } }),
    })),
})

const byAssignee = ({ people }: World): Parting => ({
  keyOf: ({ assigneeId }) => assigneeId ?? lacking,
  entries(keys) {
    const left = [...keys].filter((key) => key !== lacking && !people.some(({ id }) => id === key))
    return [
      ...[...people.map(({ id }) => id), ...left].map(
        (id): Entry => ({
          key: id,
          heading: { kind: 'person', personId: id },
          into: { assigneeId: id },
          add: { assigneeId: id },
          spare: true,
        }),
      ),
      {
        key: lacking,
        heading: { kind: 'lacking', what: 'assignee' },
        into: { assigneeId: null },
        add: {},
        spare: true,
      },
    ]
  },
})

export const partings: Record<FieldGrouping, (world: World) => Parting> = {
  date: byDate,
  priority: byPriority,
  label: byLabel,
  list: byList,
  assignee: byAssignee,
}

import type { Store } from '@doable/client/store'
import type { List } from '@doable/contracts/list'
import type { NewTask } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import type { QuickAddFields } from '@doable/domain/quick-add/fields'
import type { Defaults } from '../lines/group.ts'
import { writableLists } from '../pickers/writable-lists.ts'
import { dueOf } from './due-of.ts'
import type { PastedLine } from './pasted-lines.ts'

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** What a list is called in the person's language; the Inbox has another name in each. */
export type NameOf = (list: List) => string

/** The list and section a line names, made where they do not exist yet; otherwise those of the place where it is typed. */
function placeOf(
  store: Store,
  fields: QuickAddFields,
  defaults: Defaults,
  nameOf: NameOf,
): Pick<NewTask, 'listId' | 'sectionId'> {
  const { listName, sectionName } = fields
  if (listName === null)
    return { listId: defaults.listId ?? store.personId, sectionId: defaults.sectionId ?? null }
  const { sections } = store.getSnapshot()
  const list = writableLists(store.getSnapshot()).find((each) => same(nameOf(each), listName))
  const listId = list?.id ?? store.addList({ name: listName })
  if (sectionName === null) return { listId, sectionId: null }
  const section = [...sections.values()].find(
    (each) => each.listId === listId && each.trashedAt === null && same(each.name, sectionName),
  )
  return { listId, sectionId: section?.id ?? store.addSection({ listId, name: sectionName }) }
}

function makeLabels(store: Store, names: string[]) {
  const known = [...store.getSnapshot().labels.values()].filter(({ trashedAt }) => trashedAt === null)
  for (const name of names) if (!known.some((label) => same(label.name, name))) store.addLabel({ name })
}

/** Makes the task that a line of quick add describes, with the lists, sections and labels it names. Answers its id. */
export function makeTask(
  store: Store,
  { title, fields }: { title: string; fields: QuickAddFields },
  defaults: Defaults,
  nameOf: NameOf,
): string {
  const own = defaults.label && !fields.labels.some((name) => same(name, defaults.label ?? ''))
  const labels = own && defaults.label ? [...fields.labels, defaults.label] : fields.labels
  makeLabels(store, labels)
  const place = placeOf(store, fields, defaults, nameOf)
  const inParent = defaults.parentId && fields.listName === null ? { parentId: defaults.parentId } : {}
  return store.addTask({
    title: title.slice(0, 500),
    ...place,
    ...inParent,
    labels,
    priority: fields.priority ?? 4,
    ...dueOf(fields, defaults),
    deadlineOn: fields.deadlineOn,
    durationMinutes: fields.durationMinutes,
    ...(fields.repeatRule !== null && { repeatRule: fields.repeatRule, repeatMode: fields.repeatMode }),
  })
}

/** Makes one task per pasted line, those set in as subtasks of the ones they follow, as one step. Answers their ids. */
export function makeTasks(store: Store, lines: PastedLine[], defaults: Defaults): string[] {
  const ids = lines.map(() => newId())
  const labels = defaults.label ? [defaults.label] : []
  return store.addTasks(
    lines.map(({ title, parent }, at): NewTask => {
      const parentId = parent === undefined ? defaults.parentId : ids[parent]
      return {
        id: ids[at] as string,
        title,
        listId: defaults.listId ?? store.personId,
        sectionId: defaults.sectionId ?? null,
        ...(parentId && { parentId }),
        labels,
        ...(parent === undefined && dueOf({ dueOn: null, dueTime: null }, defaults)),
      }
    }),
  )
}

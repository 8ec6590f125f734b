import type { Label } from '@doable/contracts/label'
import type { Section } from '@doable/contracts/list'
import { mostQuickLines, type QuickAdd, type QuickAdded } from '@doable/contracts/quick-add'
import type { Task } from '@doable/contracts/task'
import { newTasks, type Planned } from '@doable/domain/quick-add/new-tasks'
import { parseLines } from '@doable/domain/quick-add/parse-lines'
import { linesOf } from '@doable/domain/quick-add/pasted-lines'
import { problem } from '@doable/service-kit/problem'
import type { Act } from './act.ts'
import { readLabels } from './label-verbs.ts'
import { createList } from './list-verbs.ts'
import { quickAddOptions } from './quick-add-options.ts'
import { createSection } from './section-verbs.ts'
import { createTask } from './task-create.ts'

/**
 * Makes of lines of words what the browser makes of them: tasks and, where that is asked for, the lists, sections and
 * labels they name. @throws 422 `too-many-lines`, and what making each of these throws; then nothing is made
 */
export async function quickAdd(act: Act, asked: QuickAdd): Promise<QuickAdded> {
  const lines = linesOf(asked.text)
  if (lines.length > mostQuickLines)
    throw problem(422, 'too-many-lines', `Quick add takes ${mostQuickLines} lines at most.`)
  const options = await quickAddOptions(act, asked)
  const planned = newTasks(parseLines(lines, options), options)
  const lists = []
  for (const { id, name } of planned.lists) lists.push(await createList(act, { id, name, color: 'gray' }))
  const { sections, tasks } = await fill(act, planned)
  const items = planned.tasks.flatMap(({ id }) => tasks.find((task) => task.id === id) ?? [])
  return { items, lists, sections, labels: await metLabels(act) }
}

/** List by list in the order of their ids, which is the order of their locks; in each the sections before the tasks. */
async function fill(act: Act, { sections, tasks }: Planned) {
  const made = { sections: [] as Section[], tasks: [] as Task[] }
  const listIds = new Set([...sections, ...tasks].map(({ listId }) => listId))
  for (const listId of [...listIds].sort()) {
    for (const section of sections)
      if (section.listId === listId) made.sections.push(await createSection(act, section))
    for (const task of tasks) if (task.listId === listId) made.tasks.push(await createTask(act, task))
  }
  return made
}

/** Words that got an entry along with the tasks. */
async function metLabels({ platform, personId, touched }: Act): Promise<Label[]> {
  if (touched.labels.size === 0) return []
  const among = `id IN ${platform.dialect.idsIn('$ids')}`
  return readLabels(platform, personId, among, { ids: JSON.stringify([...touched.labels]) })
}

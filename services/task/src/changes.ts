import type { Changes } from '@doable/contracts/sync'
import { pieces } from '@doable/service-kit/pieces'
import type { Platform } from '@doable/service-kit/service'
import type { Touched } from './act.ts'
import { commentsIn } from './comment-rows.ts'
import { completionsIn } from './completion-rows.ts'
import { readFilters } from './filter-verbs.ts'
import { readLabels } from './label-verbs.ts'
import { readLists, readSections } from './list-rows.ts'
import { tasksIn } from './task-one.ts'
import { readViews } from './view-verbs.ts'

/** How what was touched looks now to a person, with one statement per kind of thing. */
export async function changesOf(platform: Platform, me: string, touched: Touched): Promise<Changes> {
  const among = (column: string) => `${column} IN ${platform.dialect.idsIn('$ids')}`
  const bound = (ids: Set<string>) => ({ ids: JSON.stringify([...ids]) })
  const { lists, sections, labels, filters, views, tasks, completions, comments, gone } = touched
  const now = (await Promise.all(pieces([...tasks]).map((ids) => tasksIn(platform, me, ids)))).flat()
  const listNow = new Map(now.map(({ id, listId }) => [id, listId]))
  return {
    lists: lists.size ? await readLists(platform, me, among('l.id'), bound(lists)) : [],
    sections: sections.size ? await readSections(platform, me, among('s.id'), bound(sections)) : [],
    labels: labels.size ? await readLabels(platform, me, among('id'), bound(labels)) : [],
    filters: filters.size ? await readFilters(platform, me, among('id'), bound(filters)) : [],
    views: views.size ? await readViews(platform, me, among('id'), bound(views)) : [],
    tasks: now,
    completions: (
      await Promise.all(pieces([...completions]).map((ids) => completionsIn(platform, me, ids)))
    ).flat(),
    comments: (await Promise.all(pieces([...comments]).map((ids) => commentsIn(platform, me, ids)))).flat(),
    // What left a list and came back to it is not gone.
    goneTasks: [...gone.values()].filter(({ id, listId }) => listNow.get(id) !== listId),
    goneLists: [],
  }
}

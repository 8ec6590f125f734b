import { keysBetween } from '@doable/domain/ordering'
import { pieces } from '@doable/service-kit/pieces'
import type { QueryInterface, QueryOptionsWithWhere } from 'sequelize'
import { demoComments } from '../demo/demo-comment.ts'
import {
  ada,
  demoFilters,
  demoLabels,
  demoLists,
  demoPeople,
  demoSections,
  filterId,
  labelId,
  listId,
} from '../demo/demo-list.ts'
import { demoEvents, demoRows } from '../demo/demo-row.ts'
import { foldWord, wordColumns } from '../label.ts'

type Rows = Record<string, unknown>[]
type Stamps = { createdAt: Date; updatedAt: Date }
const long = 120 * 24 * 60 * 60 * 1000

/** Lists, tasks, comments, labels and filters of the demo people, with days around the day of seeding; unless they are there. */
export async function up(q: QueryInterface): Promise<void> {
  if (await stored(q, 'Lists', listId(1), 'id')) return
  const now = new Date()
  const stamps = { createdAt: new Date(now.getTime() - long), updatedAt: now }
  await insertPeople(q, stamps)
  const versions = await insertLists(q, stamps)
  const made = demoRows(now)
  const rows = made.map(({ row }) => ({ ...row, version: versions.get(row.listId) }))
  const words = made.flatMap(({ row, words }) =>
    words.map((label, place) => ({ ...wordColumns(label), taskId: row.id, place })),
  )
  await insert(q, 'Tasks', rows)
  await insert(q, 'TaskLabels', words)
  await insert(
    q,
    'Completions',
    made.flatMap(({ completions }) =>
      completions.map((each) => ({ ...each, version: versions.get(each.listId) })),
    ),
  )
  const comments = demoComments(made, now)
  await insert(
    q,
    'Comments',
    comments.map((each) => ({ ...each, version: versions.get(each.listId) })),
  )
  await insert(q, 'TaskEvents', demoEvents(made, now))
}

async function insert(q: QueryInterface, table: string, rows: Rows): Promise<void> {
  for (const some of pieces(rows)) await q.bulkInsert(table, some)
}

async function stored(q: QueryInterface, table: string, id: string, column: string): Promise<unknown> {
  const options = { where: { id }, attributes: [column], plain: true } as Parameters<
    QueryInterface['rawSelect']
  >[1]
  return q.rawSelect(table, options, column)
}

/** Who is known already stays as they are; Ada gets her labels and filters either way. */
async function insertPeople(q: QueryInterface, stamps: Stamps): Promise<void> {
  let version = 1
  for (const person of demoPeople) {
    const known = await stored(q, 'People', person.id, 'version')
    if (known === null || known === undefined)
      await q.bulkInsert('People', [{ ...person, weekStart: 1, version: 1, ...stamps }])
    else if (person.id === ada) version = Number(known) + 1
  }
  await q.bulkUpdate('People', { version }, { id: ada })
  const positions = keysBetween(null, null, demoLabels.length)
  const labels = demoLabels.map((label, at) => ({
    ...{ id: labelId(at + 1), ownerId: ada, ...label, folded: foldWord(label.name) },
    ...{ position: positions[at], trashedAt: null, version, ...stamps },
  }))
  await q.bulkDelete('Labels', { ownerId: ada, folded: labels.map(({ folded }) => folded) })
  await q.bulkInsert('Labels', labels)
  await insertFilters(q, version, stamps)
}

async function insertFilters(q: QueryInterface, version: number, stamps: Stamps): Promise<void> {
  const positions = keysBetween(null, null, demoFilters.length)
  const filters = demoFilters.map((filter, at) => ({
    ...{ id: filterId(at + 1), ownerId: ada, ...filter },
    ...{ position: positions[at], trashedAt: null, version, ...stamps },
  }))
  await q.bulkInsert('Filters', filters)
}

/** Answers the version that stands for this change in each list; an Inbox may have been there before. */
async function insertLists(q: QueryInterface, stamps: Stamps): Promise<Map<string, number>> {
  const versions = new Map<string, number>()
  const positions = keysBetween(null, null, demoLists.length)
  for (const [at, { id, name, color, members, template }] of demoLists.entries()) {
    const known = await stored(q, 'Lists', id, 'version')
    const version = Number(known ?? 0) + 1
    versions.set(id, version)
    if (version > 1) await q.bulkUpdate('Lists', { version }, { id })
    else {
      const [owner] = members[0] ?? [ada]
      const states = {
        isInbox: id === owner,
        archivedAt: null,
        templateAt: template ? stamps.createdAt : null,
        trashedAt: null,
        version,
        ...stamps,
      }
      await q.bulkInsert('Lists', [{ id, ownerId: owner, name, color, ...states }])
      const place = { listId: id, position: positions[at], createdAt: stamps.createdAt }
      await q.bulkInsert(
        'ListMembers',
        members.map(([personId, role]) => ({ personId, role, ...place })),
      )
    }
  }
  await insertSections(q, stamps)
  return versions
}

async function insertSections(q: QueryInterface, stamps: Stamps): Promise<void> {
  const positions = keysBetween(null, null, demoSections.length)
  const rows = demoSections.map(({ id, listId, name }, at) => ({ id, listId, name, position: positions[at] }))
  await insert(
    q,
    'Sections',
    rows.map((row) => ({ ...row, trashedAt: null, version: 1, ...stamps })),
  )
}

/** Takes the demo people's lists away with all that is in them, and the people. */
export async function down(q: QueryInterface): Promise<void> {
  const people = demoPeople.map(({ id }) => id)
  const theirs = { where: { ownerId: people }, attributes: ['id'] } as QueryOptionsWithWhere
  const owned = (await q.select(null, 'Lists', theirs)) as { id: string }[]
  const lists = owned.map(({ id }) => id)
  await q.bulkUpdate('Tasks', { parentId: null }, { listId: lists })
  await q.bulkDelete('Tasks', { listId: lists })
  await q.bulkDelete('Lists', { id: lists })
  await q.bulkDelete('TaskEvents', { scopeId: [...lists, ...people] })
  await q.bulkDelete('ListMembers', { personId: people })
  await q.bulkDelete('Labels', { ownerId: people })
  await q.bulkDelete('Filters', { ownerId: people })
  await q.bulkDelete('Operations', { personId: people })
  await q.bulkDelete('People', { id: people })
}

import type { TaskQuery } from '@doable/contracts/task-query'
import { nowAt, type Weekday } from '@doable/domain/calendar'
import type { Expression, Query, Term } from '@doable/domain/query/ast'
import type { QueryContext } from '@doable/domain/query/context'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { inUse } from './list-rows.ts'

/** `name` and `many` of a kind: a person's zone and first day of the week, a list's name and number of members, ... */
type Row = { kind: string; id: string; name: string; many: number }

const mine = 'ListMembers m JOIN Lists l ON l.id = m.listId'
const theirs = `m.personId = $me AND ${inUse}`
const members = '(SELECT COUNT(*) FROM ListMembers c WHERE c.listId = l.id)'
const parts = {
  zone: "SELECT 'zone' AS kind, id, timeZone AS name, weekStart AS many FROM People WHERE id = $me",
  language: "SELECT 'language' AS kind, id, language AS name, 0 AS many FROM People WHERE id = $me",
  list: `SELECT 'list' AS kind, l.id, l.name, ${members} AS many FROM ${mine} WHERE ${theirs}`,
  section: `SELECT 'section' AS kind, s.id, s.name, 0 AS many FROM ${mine} JOIN Sections s ON s.listId = l.id
    WHERE ${theirs} AND s.trashedAt IS NULL`,
  person: `SELECT 'person' AS kind, p.id, p.name, 0 AS many FROM People p WHERE p.id = $me OR p.id IN (
    SELECT o.personId FROM ${mine} JOIN ListMembers o ON o.listId = m.listId WHERE ${theirs})`,
}
const sights = {
  listId: 'ListMembers m WHERE m.listId = $listId AND m.personId = $me',
  sectionId:
    'Sections s JOIN ListMembers m ON m.listId = s.listId AND m.personId = $me WHERE s.id = $sectionId',
  parentId: 'Tasks p JOIN ListMembers m ON m.listId = p.listId AND m.personId = $me WHERE p.id = $parentId',
}
const unseen = { listId: 'list-not-found', sectionId: 'section-not-found', parentId: 'task-not-found' }
const places = Object.keys(sights) as (keyof typeof sights)[]

/** Whose page it is, where they are, and what the names of its query can mean. */
export type Asking = { zone: string; contextOn(instant: string, day?: string): QueryContext }

/**
 * All there is to know before a page of tasks can be asked for, in one statement: the person's zone, whether they may know of
 * what they name, and what there is by the names of their query.
 * @throws 404 for a list, section or task out of sight
 */
export async function askingOf(
  { db }: Platform,
  me: string,
  asked: TaskQuery,
  query: Query | undefined,
): Promise<Asking> {
  const named = places.filter((place) => asked[place] !== undefined)
  const looks = named.map(
    (place) => `SELECT '${place}' AS kind, $me AS id, '' AS name, COUNT(*) AS many FROM ${sights[place]}`,
  )
  const sql = [parts.zone, ...looks, ...(query ? needed(query).map((kind) => parts[kind]) : [])].join(
    ' UNION ALL ',
  )
  const { listId, sectionId, parentId } = asked
  const bind = { me, listId, sectionId, parentId }
  const rows = await db.query<Row>(sql, { bind, type: QueryTypes.SELECT })
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  // Somebody's Inbox has their id and may be asked for before it was made.
  const hidden = named.find((place) => Number(of(place)[0]?.many) === 0 && asked[place] !== me)
  if (hidden) throw problem(404, unseen[hidden])
  const zone = of('zone')[0]?.name ?? 'UTC'
  const lists = of('list').map(({ id, name, many }) => ({ id, name, memberCount: Number(many) }))
  const known = {
    me,
    language: of('language')[0]?.name ?? 'en',
    lists,
    sections: of('section'),
    people: of('person'),
  }
  const weekStart = Number(of('zone')[0]?.many ?? 1) as Weekday
  const contextOn = (instant: string, day?: string) => {
    const now = nowAt(instant, zone)
    return { ...known, weekStart, now: day === undefined ? now : { ...now, day } }
  }
  return { zone, contextOn }
}

type Kind = 'language' | 'list' | 'section' | 'person'

/** What a query has to be told; nobody reads the names of all sections for `today`. */
function needed({ panes }: Query): Kind[] {
  const kinds = new Set<Kind>(['language'])
  for (const term of panes.flatMap((pane) => [...terms(pane)])) {
    if (term.kind === 'list' || (term.kind === 'flag' && term.flag === 'shared')) kinds.add('list')
    if (term.kind === 'section') kinds.add('section')
    if (term.kind === 'person' && typeof term.who !== 'string') kinds.add('person')
  }
  return [...kinds]
}

function* terms(expression: Expression): Iterable<Term> {
  if (expression.kind === 'not') yield* terms(expression.of)
  else if (expression.kind === 'and' || expression.kind === 'or')
    for (const each of expression.of) yield* terms(each)
  else yield expression
}

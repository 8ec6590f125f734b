import type { Pulled } from '@doable/contracts/sync'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { readComments } from './comment-rows.ts'
import { readCompletions } from './completion-rows.ts'
import { readFilters } from './filter-verbs.ts'
import { presentHistory } from './history.ts'
import { ensureInbox } from './inbox.ts'
import { readLabels } from './label-verbs.ts'
import { readLists, readSections } from './list-rows.ts'
import { readSeen, type Seen, writeSeen } from './pull-cursor.ts'
import { cut, type Page, type Part, type Range, within } from './pull-range.ts'
import { readTasks } from './task-rows.ts'
import { readViews } from './view-verbs.ts'

const pageSize = 2000

const noChanges: Omit<Pulled, 'cursor'> = {
  lists: [],
  labels: [],
  filters: [],
  views: [],
  tasks: [],
  completions: [],
  comments: [],
  sections: [],
  goneTasks: [],
  goneLists: [],
  more: false,
}
const emptyPage: Page = { page: [], parts: new Set(), more: false }
const nothing = { own: 0, lists: new Map<string, number>() }

type Version = { history: string; own: number; id: string; version: number }
/** `cursor` is that of a device which has all of it. */
type Mine = { history: string; own: number; lists: { id: string; version: number }[]; cursor: string }

/**
 * What changed in a person's lists and among their own things since the cursor, in pages. Nothing changed costs one
 * statement. @throws 400 `bad-cursor`
 */
export async function pull(platform: Platform, me: string, cursor?: string): Promise<Pulled> {
  const { db, dialect } = platform
  const mine = await dialect.remembered(db, `versions ${me}`, () => everything(platform, me))
  if (cursor === mine.cursor) return { ...noChanges, cursor }
  const seen = cursor === undefined ? undefined : readSeen(me, cursor)
  // What has become of it since is not known; without a cursor the device finds out what there is.
  if (seen && seen.history !== mine.history)
    throw problem(
      400,
      'bad-cursor',
      'The cursor is of a database as it was before a backup; pull again without one.',
    )
  return since(platform, me, mine, seen ?? { ...nothing, history: mine.history })
}

async function since(platform: Platform, me: string, mine: Mine, seen: Seen): Promise<Pulled> {
  const changed = mine.lists.map((list) => rangeOf(list, seen)).filter((range) => range !== undefined)
  const { page, parts, more } = changed.length ? await cut(platform, changed, pageSize) : emptyPage
  const ids = new Set(mine.lists.map(({ id }) => id))
  const sent = page.map(({ listId }) => listId)
  const among = `l.id IN ${platform.dialect.idsIn('$ids')}`
  // A version behind the cursor's is that of a database restored from a backup: all is sent again.
  const ownSince = seen.own > mine.own ? 0 : seen.own
  const isOwnNew = mine.own !== seen.own
  return {
    lists: sent.length > 0 ? await readLists(platform, me, among, { ids: JSON.stringify(sent) }) : [],
    labels: isOwnNew ? await readLabels(platform, me, 'version > $since', { since: ownSince }) : [],
    filters: isOwnNew ? await readFilters(platform, me, 'version > $since', { since: ownSince }) : [],
    views: isOwnNew ? await readViews(platform, me, 'version > $since', { since: ownSince }) : [],
    ...(await rowsOf(platform, me, page, parts)),
    goneLists: [...seen.lists.keys()].filter((id) => !ids.has(id)),
    cursor: writeSeen(me, after(mine, seen, page, changed)),
    more,
  }
}

function rangeOf({ id, version }: Mine['lists'][number], seen: Seen): Range | undefined {
  const from = seen.lists.get(id) ?? 0
  if (from === version && from !== 0) return undefined
  return { listId: id, from: from > version ? 0 : from }
}

/** What is on a page; nothing is asked of a table that has nothing for it. */
async function rowsOf(platform: Platform, me: string, page: Range[], parts: ReadonlySet<Part>) {
  const { where, bind } = within(platform, page)
  const gone = () =>
    platform.db.query<{ id: string; listId: string }>(
      `SELECT g.taskId AS id, g.listId FROM GoneTasks g WHERE ${where('g')}`,
      { bind, type: QueryTypes.SELECT },
    )
  return {
    tasks: parts.has('tasks') ? await readTasks(platform, `Tasks t WHERE ${where('t')}`, bind) : [],
    completions: parts.has('completions') ? await readCompletions(platform, where('c'), bind) : [],
    comments: parts.has('comments') ? await readComments(platform, me, where('c'), bind) : [],
    sections: parts.has('sections') ? await readSections(platform, me, `(${where('s')})`, bind) : [],
    goneTasks: parts.has('goneTasks') ? await gone() : [],
  }
}

/** What the device has once it has taken the page. */
function after(mine: Mine, seen: Seen, page: Range[], changed: Range[]): Seen {
  const onPage = new Map(page.map((range) => [range.listId, range]))
  const waiting = new Set(changed.map(({ listId }) => listId))
  const lists = new Map<string, number>()
  for (const { id, version } of mine.lists) {
    const range = onPage.get(id)
    const has = range ? (range.to ?? version) : waiting.has(id) ? seen.lists.get(id) : version
    if (has !== undefined) lists.set(id, has)
  }
  return { history: mine.history, own: mine.own, lists }
}

/** The versions of a person's own things and of all their lists, the Inbox among them, in one statement. */
async function everything(platform: Platform, me: string): Promise<Mine> {
  const sql = `
    SELECT ${presentHistory} AS history, p.version AS own, l.id, l.version
    FROM People p LEFT JOIN ListMembers m ON m.personId = p.id LEFT JOIN Lists l ON l.id = m.listId
    WHERE p.id = $me ORDER BY m.position, l.id`
  const rows = await platform.db.query<Version>(sql, {
    bind: { me },
    type: QueryTypes.SELECT,
  })
  const hasInbox = rows.some(({ id }) => id === me)
  if (!hasInbox && (await ensureInbox(platform, me))) return everything(platform, me)
  const history = rows[0]?.history ?? ''
  const own = rows[0]?.own ?? 0
  const lists = rows.filter(({ id }) => id !== null)
  const versions = new Map(lists.map(({ id, version }) => [id, version]))
  return { history, own, lists, cursor: writeSeen(me, { history, own, lists: versions }) }
}

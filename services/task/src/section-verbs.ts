import type { NewSection, Section, SectionPatch } from '@doable/contracts/list'
import { newId } from '@doable/domain/ids'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { editable, fillable, raise } from './access.ts'
import type { Act } from './act.ts'
import { announceList } from './announce.ts'
import { readSections } from './list-rows.ts'
import { bareList } from './list-verbs.ts'
import { endOf } from './place.ts'
import { SectionRow } from './section.ts'

export const mostSections = 200

/** The sections of a list in order, without those in the trash. @throws 404 `list-not-found` */
export async function sectionsOf(platform: Platform, me: string, listId: string): Promise<Section[]> {
  await bareList(platform, me, listId)
  return readSections(platform, me, 's.listId = $listId AND s.trashedAt IS NULL', { listId })
}

/** @throws 404 `section-not-found` */
async function answer({ platform, personId, touched }: Act, id: string): Promise<Section> {
  touched.sections.add(id)
  const [section] = await readSections(platform, personId, 's.id = $id', { id })
  if (!section) throw problem(404, 'section-not-found')
  return section
}

/** @throws 404 `list-not-found`, 403 `read-only`, 409 `id-taken`, `list-trashed`, `too-many-sections` */
export async function createSection(act: Act, fields: NewSection): Promise<Section> {
  const { id = newId(), listId, name } = fields
  const scope = await fillable(act, listId)
  const version = await raise(act, listId)
  const known = await SectionRow.findByPk(id, { attributes: ['listId'], raw: true })
  if (known?.listId === listId) return answer(act, id)
  if (known) throw problem(409, 'id-taken', 'This id belongs to another section.')
  if ((await SectionRow.count({ where: { listId } })) >= mostSections)
    throw problem(409, 'too-many-sections', `A list has ${mostSections} sections at most.`)
  const position = fields.position ?? (await endOf(act, 'Sections WHERE listId = $listId', { listId }))
  const stamps = { createdAt: act.at, updatedAt: act.now, trashedAt: null, version }
  await SectionRow.create({ id, listId, name, position, ...stamps })
  await announceList(act, scope)
  return answer(act, id)
}

/** @throws 404 `section-not-found`, 403 `read-only` */
export async function changeSection(act: Act, id: string, patch: SectionPatch): Promise<Section> {
  return store(act, id, () => patch as Partial<SectionRow>)
}

/** Its tasks keep pointing at it and stand in the list without one. */
export const trashSection = (act: Act, id: string): Promise<Section> =>
  store(act, id, ({ trashedAt }) => (trashedAt ? undefined : { trashedAt: act.at }))

/** Its tasks are under it again. */
export const restoreSection = (act: Act, id: string): Promise<Section> =>
  store(act, id, ({ trashedAt }) => (trashedAt ? { trashedAt: null } : undefined))

type Changes = Partial<SectionRow> | undefined

async function store(act: Act, id: string, changesOf: (section: SectionRow) => Changes): Promise<Section> {
  const scope = await editable(act, 'section', id)
  const version = await raise(act, scope.listId)
  const section = await SectionRow.findByPk(id, { raw: true })
  const changes = section && changesOf(section)
  if (!changes) return answer(act, id)
  await SectionRow.update({ ...changes, version, updatedAt: act.now }, { where: { id } })
  await announceList(act, scope)
  return answer(act, id)
}

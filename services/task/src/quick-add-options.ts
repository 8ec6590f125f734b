import type { QuickAdd } from '@doable/contracts/quick-add'
import { nowAt, type Weekday } from '@doable/domain/calendar'
import type { QuickAddOptions } from '@doable/domain/quick-add'
import { inboxNames, type Language } from '@doable/domain/quick-add/languages'
import type { Place } from '@doable/domain/quick-add/place'
import type { Act } from './act.ts'
import { myLabels } from './label-verbs.ts'
import { inUse, readLists, readSections } from './list-rows.ts'
import { PersonRow } from './person.ts'

const theirs = `${inUse} AND m.role <> 'viewer'`
const inThose = `s.trashedAt IS NULL AND s.listId IN (
  SELECT m.listId FROM ListMembers m JOIN Lists l ON l.id = m.listId WHERE m.personId = $me AND ${theirs})`

/** The lists a person may put tasks into, the Inbox under its name in their language, with what can be named in them. */
async function placesOf({ platform, personId }: Act, language: Language): Promise<Place[]> {
  const lists = await readLists(platform, personId, theirs)
  const sections = Map.groupBy(await readSections(platform, personId, inThose, {}), ({ listId }) => listId)
  return lists.map(({ id, name, isInbox, members }) => ({
    id,
    name: isInbox ? inboxNames[language] : name,
    sections: sections.get(id) ?? [],
    members,
  }))
}

/** What lines of a person are read with: their day, language and names, where the request says nothing else. */
export async function quickAddOptions(act: Act, asked: QuickAdd) {
  const { platform, personId, now } = act
  const person = await PersonRow.findByPk(personId, { raw: true })
  const language = asked.language ?? (person?.language === 'de' ? 'de' : 'en')
  return {
    now: nowAt(asked.now ?? now.toISOString(), asked.timeZone ?? person?.timeZone ?? 'UTC'),
    weekStart: (person?.weekStart ?? 1) as Weekday,
    language,
    lists: await placesOf(act, language),
    labels: (await myLabels(platform, personId)).map(({ name }) => name),
    here: { listId: asked.listId },
    me: { id: personId, name: person?.name ?? '' },
    onlyKnown: !asked.create,
  } satisfies QuickAddOptions
}

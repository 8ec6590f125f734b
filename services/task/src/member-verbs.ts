import type { Member } from '@doable/contracts/list'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { raise, scopeOf } from './access.ts'
import type { Act } from './act.ts'
import { announceList, announceMember } from './announce.ts'
import { unassign } from './assignee.ts'
import { MemberRow } from './list.ts'
import { readMembers } from './list-rows.ts'
import { bareList, ownerOnly, templateShared } from './list-verbs.ts'
import { newPlace } from './membership.ts'
import { PersonRow } from './person.ts'
import type { Scope } from './scope.ts'

export const mostMembers = 100
/** Lists of others that somebody can be in: there is always room for lists of their own. */
export const mostShared = 200
const hour = 60 * 60 * 1000
/** How many addresses somebody may try per hour: whether one has an account is told, so not to be asked at will. */
const invitationsPerHour = 60

/** @throws 404 `list-not-found` */
export async function membersOf(platform: Platform, me: string, listId: string): Promise<Member[]> {
  await bareList(platform, me, listId)
  return readMembers(platform, listId)
}

/** Counted before anything is looked up, outside the transaction. @throws 429 */
export const countInvitation = ({ limits }: Platform, personId: string): Promise<void> =>
  limits.count(`share:${personId}`, invitationsPerHour, hour)

type Wanted = { email: string; role: 'editor' | 'viewer' }

/**
 * Shares a list with somebody who has an account; whoever is in it already gets the role.
 * @throws 404 `list-not-found`, `person-not-found`, 403 `owner-only`, 409 `inbox-fixed`, `template-shared`,
 * `too-many-members`, `too-many-lists`
 */
export async function addMember(act: Act, listId: string, { email, role }: Wanted): Promise<Member> {
  const scope = await shareable(act, listId)
  const person = await PersonRow.findOne({ where: { email: email.toLowerCase() }, raw: true })
  if (!person) throw problem(404, 'person-not-found', 'Nobody here has this e-mail address.')
  if ((await raise(act, listId)) !== scope.version + 1) await shareable(act, listId)
  const personId = person.id
  if (personId === scope.ownerId) return memberOf(act, listId, personId)
  if (scope.audience.includes(personId)) {
    await MemberRow.update({ role }, { where: { listId, personId } })
    await announceList(act, scope)
    return memberOf(act, listId, personId)
  }
  if (scope.audience.length >= mostMembers)
    throw problem(409, 'too-many-members', `A list has ${mostMembers} members at most.`)
  const { position, shared } = await newPlace(act, personId)
  if (shared >= mostShared)
    throw problem(409, 'too-many-lists', `Nobody can be in more than ${mostShared} lists of others.`)
  await MemberRow.create({ listId, personId, role, position, createdAt: act.now })
  await announceMember(act, 'list.shared', scope, personId)
  return memberOf(act, listId, personId)
}

async function shareable(act: Act, listId: string): Promise<Scope> {
  const scope = await scopeOf(act, 'list', listId)
  ownerOnly(scope)
  if (scope.isInbox) throw problem(409, 'inbox-fixed', 'The Inbox cannot be shared.')
  if (scope.template) throw templateShared()
  return scope
}

async function memberOf({ platform, touched }: Act, listId: string, personId: string): Promise<Member> {
  touched.lists.add(listId)
  const member = (await readMembers(platform, listId)).find((one) => one.personId === personId)
  if (!member) throw problem(404, 'person-not-found')
  return member
}

/**
 * Ends somebody's membership: the owner anybody's, everybody their own. They are no longer assigned to its tasks.
 * @throws 404 `list-not-found`, `person-not-found`, 403 `owner-only`, 409 `owner-stays`
 */
export async function removeMember(act: Act, listId: string, personId: string): Promise<void> {
  const scope = await scopeOf(act, 'list', listId)
  if (personId !== act.personId) ownerOnly(scope)
  if (personId === scope.ownerId)
    throw problem(409, 'owner-stays', 'The owner cannot leave a list; move it to the trash instead.')
  if (!scope.audience.includes(personId)) throw problem(404, 'person-not-found')
  const version = await raise(act, listId)
  await MemberRow.destroy({ where: { listId, personId } })
  await unassign(act, scope, personId, version)
  act.touched.lists.add(listId)
  await announceMember(act, 'list.left', scope, personId)
}

import { z } from 'zod'
import { ById, Id, Instant, isWhole, notWhole, oneLine, TimeZone } from './common.ts'
import { route } from './route.ts'

export const languages = ['en', 'de'] as const
export const Email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email())
  .transform((address) => address.toLowerCase())
/** Length limits from OWASP's authentication guide; the commonest passwords are refused by the user service. */
export const Password = z.string().min(8).max(128).refine(isWhole, notWhole)

const profile = {
  name: oneLine(100),
  language: z.enum(languages),
  timeZone: TimeZone,
  /** ISO 8601 day of the week: 1 is Monday, 7 is Sunday. */
  weekStart: z.union([z.literal(1), z.literal(6), z.literal(7)]),
  theme: z.enum(['system', 'light', 'dark']),
  /** Tasks to complete in a day; 0 for no goal. */
  dailyGoal: z.int().min(0).max(100),
}

export const User = z
  .strictObject({
    id: Id,
    email: z.string(),
    ...profile,
    /** When the picture last changed, to ask for it afresh; null when there is none. */
    pictureAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'User' })

/** What a person is told of themselves. */
export const Me = User.extend({
  /** Whether this session may use what lies under `/api/administration`. */
  administrator: z.boolean(),
}).meta({ id: 'Me' })

export const NewUser = z.strictObject({
  email: Email,
  password: Password,
  name: profile.name,
  language: profile.language.default('en'),
  timeZone: TimeZone.default('UTC'),
})
export const Credentials = z.strictObject({ email: Email, password: z.string().min(1).max(128) })
export const ProfilePatch = z
  .strictObject(profile)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'nothing to change')

/** One signed-in device. */
export const Session = z
  .strictObject({
    id: Id,
    device: z.string(),
    address: z.string().nullable(),
    createdAt: Instant,
    lastSeenAt: Instant,
    current: z.boolean(),
  })
  .meta({ id: 'Session' })

/** `token` is the session's id for scripts (`Authorization: Bearer`); a browser gets it as a cookie and ignores this. */
export const SignedIn = z.strictObject({ user: Me, token: z.string() }).meta({ id: 'SignedIn' })
export const Picture = z.strictObject({
  type: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  /** Base64; at most 512 KiB when decoded. */
  data: z.base64().max(699_052),
})

export const userApi = {
  register: route({
    method: 'POST',
    path: '/api/users',
    summary: 'Make an account and sign in',
    access: 'public',
    body: NewUser,
    ok: SignedIn,
    status: 201,
  }),
  signIn: route({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in',
    access: 'public',
    body: Credentials,
    ok: SignedIn,
    status: 201,
  }),
  signOut: route({ method: 'DELETE', path: '/api/session', summary: 'Sign this device out', status: 204 }),
  me: route({ method: 'GET', path: '/api/me', summary: 'Who is signed in', ok: Me, status: 200 }),
  changeProfile: route({
    method: 'PATCH',
    path: '/api/me',
    summary: 'Change name, language, time zone, week start or theme',
    body: ProfilePatch,
    ok: Me,
    status: 200,
  }),
  changeEmail: route({
    method: 'PUT',
    path: '/api/me/email',
    summary: 'Change the e-mail address; other devices are signed out',
    body: z.strictObject({ email: Email, password: Credentials.shape.password }),
    ok: Me,
    status: 200,
  }),
  changePassword: route({
    method: 'PUT',
    path: '/api/me/password',
    summary: 'Change the password; other devices are signed out',
    body: z.strictObject({ password: Credentials.shape.password, newPassword: Password }),
    status: 204,
  }),
  deleteAccount: route({
    method: 'POST',
    path: '/api/me/deletion',
    summary: 'Delete the account after the grace period; signing in before its end keeps it',
    body: z.strictObject({ password: Credentials.shape.password }),
    ok: z.strictObject({ deletedAt: Instant, erasedAt: Instant }),
    status: 200,
  }),
  picture: route({
    method: 'GET',
    path: '/api/me/picture',
    summary: 'My picture',
    produces: 'image/*',
    status: 200,
  }),
  changePicture: route({
    method: 'PUT',
    path: '/api/me/picture',
    summary: 'Set my picture',
    body: Picture,
    ok: Me,
    status: 200,
  }),
  removePicture: route({
    method: 'DELETE',
    path: '/api/me/picture',
    summary: 'Remove my picture',
    ok: Me,
    status: 200,
  }),
  sessions: route({
    method: 'GET',
    path: '/api/me/sessions',
    summary: 'My signed-in devices, last used first',
    ok: z.strictObject({ items: z.array(Session) }),
    status: 200,
  }),
  endSession: route({
    method: 'DELETE',
    path: '/api/me/sessions/:id',
    summary: 'Sign one device out',
    params: ById,
    status: 204,
  }),
  endSessions: route({
    method: 'DELETE',
    path: '/api/me/sessions',
    summary: 'Sign every device out, or every other one',
    query: z.strictObject({ keep: z.enum(['current', 'none']).default('none') }),
    status: 204,
  }),
}

const says = (description: string) => ({ description })

/** Facts about people that other services act on: what `data` of an event holds, by its type. The person concerned is the subject. */
export const userEvents = {
  'user.registered': z.strictObject({ user: User }).meta(says('A person has made an account.')),
  'user.changed': z
    .strictObject({ user: User })
    .meta(says('A person changed their profile or address, or took the deletion of their account back.')),
  'user.deleted': z.strictObject({}).meta(says('An account is to be deleted; the grace period begins.')),
  'user.erased': z.strictObject({}).meta(says('An account was erased for good.')),
  'user.signed-out': z
    .strictObject({ sessionId: Id.nullable(), exceptId: Id.nullable() })
    .meta(says('One session has ended or, where sessionId is null, all but for one.')),
}
export type UserEvents = { [Type in keyof typeof userEvents]: z.infer<(typeof userEvents)[Type]> }
export type User = z.infer<typeof User>
export type Me = z.infer<typeof Me>
export type Session = z.infer<typeof Session>

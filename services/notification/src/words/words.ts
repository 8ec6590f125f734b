import type { Kind } from '@doable/contracts/notification-kind'
import type { Notification } from '../notification.ts'
import { de } from './de.ts'
import { en } from './en.ts'

/** What a sentence may speak of. `title` is the task's or list's, `who` the name of whoever did it. */
export type About = { title: string; who: string; count: number }
type Said = { name: string; title(about: About): string; sentence(about: About): string }

/** All that the server says to people in one language. `name` of a kind fits behind "about". */
export type Words = {
  /** BCP 47, for days and times. */
  locale: string
  somebody: string
  kinds: Record<Kind, Said>
  late(at: string): string
  push: Record<'complete' | 'completed' | 'snooze' | 'snoozed' | 'failed', string>
  open: Record<'task' | 'list' | 'app', string>
  why(kind: string): string
  stop: string
  ask(kind: string): string
  stopped(kind: string): string
  again: string
  /** What an SMS says in place of the title and the sentence: all letters of these are in its alphabet (GSM-7). */
  sms: {
    code(code: string, minutes: number): string
    day(count: number): string
    late(said: string): string
  }
}

/** Who reads it: ISO 639 language and IANA zone. */
export type Reader = { language: string; timeZone: string }

const languages: Record<string, Words> = { en, de }
export const wordsOf = (language: string): Words => languages[language] ?? en

/** Later than this after the moment it was meant for, a notification says so. */
const lateMs = 2 * 60_000

/** Line breaks and other control characters would end a header or a sentence. */
const onOneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

type Fields = Pick<Notification, 'kind' | 'title' | 'actorName' | 'count' | 'plannedAt' | 'createdAt'>

/**
 * A notification in its reader's words, each on one line. `lines` are the titles that a digest lists, a line of its title
 * each; `late` is null for what came in time.
 */
export function describe(told: Fields, { language, timeZone }: Reader) {
  const words = wordsOf(language)
  const said = words.kinds[told.kind]
  const { count } = told
  const about = { title: onOneLine(told.title), who: onOneLine(told.actorName ?? words.somebody), count }
  const { plannedAt } = told
  return {
    title: said.title(about),
    sentence: said.sentence(about),
    lines: told.kind === 'digest' ? told.title.split('\n').map(onOneLine) : [],
    late: plannedAt && isLate(told) ? words.late(instant(plannedAt, words.locale, timeZone)) : null,
  }
}

const isLate = ({ plannedAt, createdAt }: Fields): boolean =>
  plannedAt !== null && createdAt.getTime() - plannedAt.getTime() > lateMs

/** The same in as few words as there are; `bare` is what is left to say where the title cannot be said. */
export function describeShort(told: Fields, language: string) {
  const words = wordsOf(language)
  const { count, kind } = told
  const say = (title: string) => {
    const who = onOneLine(told.actorName ?? words.somebody)
    const said = kind === 'digest' ? words.sms.day(count) : words.kinds[kind].title({ title, who, count })
    return isLate(told) ? words.sms.late(said) : said
  }
  const title = onOneLine(told.title)
  return { said: say(title), title, bare: say('').replace(/:\s*$/, '') }
}

const instant = (at: Date, locale: string, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)

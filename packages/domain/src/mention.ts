import { fold } from './fold.ts'

export type Mentionable = { id: string; name: string }

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
/** A link of Markdown after an `@`, so that every other reader of Markdown shows the name. */
const written = new RegExp(`@\\[((?:[^\\[\\]\\\\\\n]|\\\\.){1,200})\\]\\(person:(${id})\\)`, 'g')
const wordLike = /[\p{L}\p{N}_]/u
/** No mention begins right behind these. */
const noBeginning = /[\p{L}\p{N}_)]/u

export const writeMention = ({ id, name }: Mentionable): string =>
  `@[${name.replace(/[[\]\\]/g, '\\$&')}](person:${id})`

/** Whom a text mentions, by id, each once. */
export const mentionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(written)].map(([, , personId]) => personId as string)),
]

/** The text with what `show` makes of each mention; `name` is as it was when it was written. */
export const replaceMentions = (text: string, show: (mention: Mentionable) => string): string =>
  text.replace(written, (_, name: string, personId: string) =>
    show({ id: personId, name: name.replace(/\\(.)/g, '$1') }),
  )

/** Between the name of a mention and whom it means: left out of what is searched, so that "person" is not in every mention. */
export const mentionJoint = '](person:'
/** The text as it is searched. The person's id stays in it, as a database cannot tell it from other text. */
export const searchable = (text: string): string => text.replaceAll(mentionJoint, ' ')

/** As somebody writes it: `@Ada Lovelace`. */
export const plainMentions = (text: string): string => replaceMentions(text, ({ name }) => `@${name}`)

/**
 * Makes mentions of every `@Name` that is the name of one of these people, in any spelling of capitals and accents. The
 * longest name that fits counts, and of people with the same name the first. What is written in code stays.
 */
export function linkMentions(text: string, people: readonly Mentionable[]): string {
  const known = [...people].filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length)
  const parts = text.split(/(`+[^`]*`+)/)
  return parts.map((part, at) => (at % 2 ? part : linked(part, known))).join('')
}

function linked(text: string, known: readonly Mentionable[]): string {
  let made = ''
  for (let at = 0; at < text.length; ) {
    const person = text[at] === '@' && !noBeginning.test(text[at - 1] ?? '') && nameAt(text, at + 1, known)
    made += person ? writeMention(person) : text[at]
    at += person ? 1 + person.name.length : 1
  }
  return made
}

function nameAt(text: string, from: number, known: readonly Mentionable[]): Mentionable | undefined {
  return known.find(({ name }) => {
    const end = from + name.length
    return fold(text.slice(from, end)) === fold(name) && !wordLike.test(text.slice(end, end + 1))
  })
}

/**
 * What somebody has typed of a name before the cursor: after an `@` that begins a word, on the same line. Undefined where
 * nobody is being mentioned.
 */
export function mentionBefore(text: string, cursor: number): { from: number; typed: string } | undefined {
  const line = text.slice(Math.max(0, cursor - 100), cursor)
  const found = /(?:^|[^\p{L}\p{N}_])@([^@\n]{0,60})$/u.exec(line)
  if (!found) return undefined
  const typed = found[1] as string
  return { from: cursor - typed.length - 1, typed }
}

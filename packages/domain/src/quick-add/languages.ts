import { de } from './de.ts'
import { en } from './en.ts'

/** The languages that quick add understands. A new one is one file and one word here. */
export const languages = { en, de }
export type Language = keyof typeof languages

/** What the Inbox is called in each of them. */
export const inboxNames: Readonly<Record<Language, string>> = { en: 'Inbox', de: 'Eingang' }

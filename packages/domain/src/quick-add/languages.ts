import { de } from './de.ts'
import { en } from './en.ts'

/** The languages that quick add understands. A new one is one file and one word here. */
export const languages = { en, de }
export type Language = keyof typeof languages

import { i18n, type Messages } from '@lingui/core'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]
type Files = Record<string, () => Promise<unknown>>

const parts: Files[] = []

async function read(files: Files, language: string): Promise<Messages> {
  const file = files[`./locales/${language}.po`] ?? files['./locales/en.po']
  return file ? ((await file()) as { messages: Messages }).messages : {}
}

/** The language we speak that is closest to a BCP 47 tag. */
export const spoken = (tag: string): Language =>
  languages.find((language) => tag.toLowerCase().split('-')[0] === language) ?? 'en'

/** Which way a language runs. */
function direction(tag: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(tag) as Intl.Locale & { getTextInfo?(): { direction: 'ltr' | 'rtl' } }
  return locale.getTextInfo?.().direction ?? (/^(ar|fa|he|ur)\b/.test(tag) ? 'rtl' : 'ltr')
}

/** Speaks a language from now on: words of every part that is loaded, `lang` and `dir` of the page. */
export async function activate(tag: string): Promise<void> {
  const language = spoken(tag)
  let words: Messages[] = []
  // A part that arrives while the others are being read must not be left without words.
  while (words.length < parts.length) words = await Promise.all(parts.map((files) => read(files, language)))
  i18n.load(language, Object.assign({}, ...words) as Messages)
  i18n.activate(language)
  document.documentElement.lang = language
  document.documentElement.dir = direction(language)
}

/** Adds one part's words; called at the top of a microfrontend's entry: `await loadMessages(import.meta.glob('./locales/*.po'))`. */
export async function loadMessages(files: Files): Promise<void> {
  parts.push(files)
  if (i18n.locale) i18n.load(i18n.locale, await read(files, i18n.locale))
}

parts.push(import.meta.glob('./locales/*.po'))

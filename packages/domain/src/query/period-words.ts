type Step = -1 | 0 | 1
export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'year'
/** Words of a language for what lasts longer than a day. Groups: `step` and `unit`, or `step`, `count` and `unit`. */
export type PeriodWords = {
  /** "next week". */
  one: RegExp
  /** "next 7 days", with today as the first of them; "last 30 days", with today as the last. */
  many: RegExp
  /** By how a word begins. */
  steps: readonly (readonly [RegExp, Step])[]
  units: readonly (readonly [RegExp, Unit])[]
  /** Phrases that mean a coming day even where days gone by are asked for. */
  ahead: RegExp
  /** What an editor offers. */
  offered: readonly string[]
}

const en: PeriodWords = {
  one: /^(?<step>this|next|last) (?<unit>week|weekend|month|year)$/,
  many: /^(?<step>next|last) (?<count>[1-9]\d{0,3}) (?<unit>days?|weeks?)$/,
  steps: [
    [/^this/, 0],
    [/^next/, 1],
    [/^last/, -1],
  ],
  units: [
    [/^weekend/, 'weekend'],
    [/^week/, 'week'],
    [/^month/, 'month'],
    [/^year/, 'year'],
    [/^day/, 'day'],
  ],
  ahead: /\b(?:next|this|coming|end)\b/,
  offered:
    'today;tomorrow;yesterday;this week;next week;last week;this month;next month;+7 days;next 7 days;last 30 days;monday'.split(
      ';',
    ),
}

const de: PeriodWords = {
  one: /^(?:am )?(?<step>diese[nsmr]?|nächste[nsmr]?|kommende[nsmr]?|letzte[nsmr]?|vergangene[nsmr]?|am) (?<unit>woche|wochenende|monat|jahr)$/,
  many: /^(?:die )?(?<step>nächsten?|letzten?) (?<count>[1-9]\d{0,3}) (?<unit>tage?|wochen?)$/,
  steps: [
    [/^(?:diese|am)/, 0],
    [/^(?:nächste|kommende)/, 1],
    [/^(?:letzte|vergangene)/, -1],
  ],
  units: [
    [/^wochenende/, 'weekend'],
    [/^woche/, 'week'],
    [/^monat/, 'month'],
    [/^jahr/, 'year'],
    [/^tag/, 'day'],
  ],
  ahead: /nächste|diese|kommende|ende/,
  offered:
    'heute;morgen;gestern;diese Woche;nächste Woche;letzte Woche;diesen Monat;nächsten Monat;+7 Tage;nächste 7 Tage;letzte 30 Tage;Montag'.split(
      ';',
    ),
}

export const periodWords = { en, de }

/** Phrases to choose from, in the person's language. */
export const dayPhrases = (language: string): readonly string[] =>
  (language.startsWith('de') ? de : en).offered

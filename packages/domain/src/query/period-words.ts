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
}

export const periodWords = { en, de }

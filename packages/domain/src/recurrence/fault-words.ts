import { mostCount, mostInterval, type RuleFault } from './rule.ts'

const en: Record<RuleFault, string> = {
  malformed: 'This is no repetition that can be read.',
  'too-often': 'A task repeats once a day at the most.',
  'unknown-part': 'The rule says something that is not supported.',
  interval: `The interval is a whole number from 1 to ${mostInterval}.`,
  weekday: 'A weekday of the rule does not exist.',
  'month-day': 'A day of the month is from 1 to 31, or counted from its end.',
  month: 'A month is from 1 to 12.',
  position: 'The position is a whole number other than 0.',
  count: `A repetition ends after 1 to ${mostCount} times.`,
  until: 'The last day is not a day.',
  'count-and-until': 'A repetition ends after a number of times or on a day, not both.',
  'numbered-weekday':
    'Weekdays are numbered within a month or a year only, and not along with days of the month.',
  'day-of-week-and-month': 'What repeats by the week has no days of the month.',
  'position-of-nothing': 'A position needs days of which it can be the first or the last.',
  never: 'There is no such day in any year.',
}

const de: Record<RuleFault, string> = {
  malformed: 'Das ist keine lesbare Wiederholung.',
  'too-often': 'Eine Aufgabe wiederholt sich höchstens einmal am Tag.',
  'unknown-part': 'Die Regel sagt etwas, das nicht unterstützt wird.',
  interval: `Der Abstand ist eine ganze Zahl von 1 bis ${mostInterval}.`,
  weekday: 'Einen Wochentag der Regel gibt es nicht.',
  'month-day': 'Ein Tag im Monat ist 1 bis 31 oder wird vom Ende gezählt.',
  month: 'Ein Monat ist 1 bis 12.',
  position: 'Die Stelle ist eine ganze Zahl außer 0.',
  count: `Eine Wiederholung endet nach 1 bis ${mostCount} Malen.`,
  until: 'Der letzte Tag ist kein Tag.',
  'count-and-until': 'Eine Wiederholung endet nach einer Anzahl oder an einem Tag, nicht beides.',
  'numbered-weekday': 'Wochentage werden nur in Monat oder Jahr gezählt und nicht neben Tagen des Monats.',
  'day-of-week-and-month': 'Was sich wöchentlich wiederholt, hat keine Tage des Monats.',
  'position-of-nothing': 'Eine Stelle braucht Tage, von denen sie der erste oder letzte ist.',
  never: 'Diesen Tag gibt es in keinem Jahr.',
}

/** Why a rule is refused, as a sentence. Apart from the other words, which every list of tasks needs at once. */
export const describeFault = (fault: RuleFault, language: string): string =>
  (language.startsWith('de') ? de : en)[fault]

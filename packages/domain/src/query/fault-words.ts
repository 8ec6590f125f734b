import type { Expected, QueryFault } from './fault.ts'
import { limits } from './limits.ts'

type Words = { expected: Record<Expected, string>; found(text: string): string; atEnd: string }

const en: Words = {
  expected: {
    term: 'A term was expected, such as today, p1, #List, @label or due before: +7 days',
    operator: 'An operator was expected: &, | or a comma',
    closing: 'A closing parenthesis was expected',
    name: 'A name was expected',
    day: 'A day was expected, such as today, 27 jan, +7 days or next week',
    person: 'A person was expected: me, others, nobody or a name',
    words: 'Words to search for were expected',
    quote: 'The closing quotation mark is missing',
    characters: `A query has ${limits.characters} characters at most`,
    terms: `A query has ${limits.terms} terms at most`,
    depth: `Parentheses and ! go ${limits.depth} deep at most`,
    wildcards: `A query has ${limits.wildcards} wildcards at most`,
    panes: `A query has ${limits.panes} panes at most`,
    searched: `A query searches for ${limits.searched} words at most`,
  },
  found: (text) => `not “${text}”`,
  atEnd: 'and the query ends here',
}

const de: Words = {
  expected: {
    term: 'Erwartet wird ein Begriff wie today, p1, #Liste, @Etikett oder due before: +7 days',
    operator: 'Erwartet wird eine Verknüpfung: &, | oder ein Komma',
    closing: 'Erwartet wird eine schließende Klammer',
    name: 'Erwartet wird ein Name',
    day: 'Erwartet wird ein Tag wie heute, 27. Jan, +7 Tage oder nächste Woche',
    person: 'Erwartet wird eine Person: me, others, nobody oder ein Name',
    words: 'Erwartet werden Wörter, nach denen gesucht wird',
    quote: 'Das schließende Anführungszeichen fehlt',
    characters: `Eine Abfrage hat höchstens ${limits.characters} Zeichen`,
    terms: `Eine Abfrage hat höchstens ${limits.terms} Begriffe`,
    depth: `Klammern und ! sind höchstens ${limits.depth} tief`,
    wildcards: `Eine Abfrage hat höchstens ${limits.wildcards} Platzhalter`,
    panes: `Eine Abfrage hat höchstens ${limits.panes} Spalten`,
    searched: `Eine Abfrage sucht nach höchstens ${limits.searched} Wörtern`,
  },
  found: (text) => `nicht „${text}“`,
  atEnd: 'und die Abfrage endet hier',
}

const longest = 40
const shorten = (text: string) => {
  const points = [...text]
  return points.length > longest ? `${points.slice(0, longest - 1).join('')}…` : text
}

/** Why a text is no query, as a sentence without its place. */
export function describeQueryFault({ expected, found }: QueryFault, language: string): string {
  const words = language.startsWith('de') ? de : en
  const sentence = words.expected[expected]
  if (expected in limits || expected === 'quote') return `${sentence}.`
  return `${sentence}, ${found === '' ? words.atEnd : words.found(shorten(found))}.`
}

import { type DayField, type Pronoun, pronouns, type Relation, type Term } from './ast.ts'
import { keywords, plainWords, wordTerms } from './keywords.ts'
import { isPeriod } from './period.ts'
import type { Reader } from './reader.ts'

function readList(reader: Reader, start: number): Term {
  const whole = reader.text[reader.at] === '#'
  if (whole) reader.at++
  return { kind: 'list', name: readName(reader, 'list', start), whole }
}

function readName(reader: Reader, kind: 'list' | 'section' | 'label', start: number) {
  const { name } = reader.name()
  if (name.length === 0) reader.stop('name')
  reader.mark(kind, start, reader.at)
  return name
}

function readDay(reader: Reader, field: DayField, is: Relation): Term {
  reader.skipBlanks()
  const start = reader.at
  const end = reader.runEnd(start)
  const when = plainWords(reader.text.slice(start, end))
  if (when === '') reader.stop('day')
  if (!isPeriod(when)) reader.stop('day', start, end)
  reader.at = end
  reader.mark('day', start, end)
  return { kind: 'day', field, is, when }
}

const isPronoun = (word: string): word is Pronoun => (pronouns as readonly string[]).includes(word)

function readPerson(reader: Reader, role: 'assigned' | 'created'): Term {
  const { name, quoted, start } = reader.name()
  if (name.length === 0) reader.stop('person')
  const word = quoted || name.length > 1 ? '' : plainWords(name[0] as string)
  if (role === 'created' && word === 'nobody') reader.stop('person', start, reader.at)
  reader.mark('person', start, reader.at)
  return { kind: 'person', role, who: isPronoun(word) ? word : name }
}

function readSearch(reader: Reader): Term {
  reader.skipBlanks()
  const start = reader.at
  const text = reader.words().trim().replace(/\s+/gu, ' ')
  if (text === '') reader.stop('words', start)
  reader.spend('searched', start, text.split(' ').length)
  reader.mark('words', start, reader.at)
  return { kind: 'search', text }
}

function readKeyword(reader: Reader, start: number, end: number): Term {
  const keyword = keywords.get(plainWords(reader.text.slice(start, end)))
  if (!keyword) return reader.stop('term', start, end)
  reader.at = reader.text.indexOf(':', end) + 1
  reader.mark('keyword', start, reader.at)
  if (keyword.kind === 'day') return readDay(reader, keyword.field, keyword.is)
  return keyword.kind === 'person' ? readPerson(reader, keyword.role) : readSearch(reader)
}

function readWords(reader: Reader): Term {
  const start = reader.at
  const end = reader.runEnd(start, ':')
  if (end === start) return reader.stop('term')
  reader.at = end
  reader.skipBlanks()
  if (reader.text[reader.at] === ':') return readKeyword(reader, start, end)
  reader.at = end
  const words = plainWords(reader.text.slice(start, end))
  const term = wordTerms.get(words)
  if (!term && !isPeriod(words)) return reader.stop('term', start, end)
  reader.mark(term ? (term.kind === 'priority' ? 'priority' : 'keyword') : 'day', start, end)
  return term ?? { kind: 'day', field: 'due', is: 'on', when: words }
}

/** Reads the term that begins here. @throws Stop where none does */
export function readTerm(reader: Reader): Term {
  reader.skipBlanks()
  const start = reader.at
  const sign = reader.text[start]
  const term = () => {
    if (sign !== '#' && sign !== '/' && sign !== '@') return readWords(reader)
    reader.at++
    if (sign === '#') return readList(reader, start)
    const kind = sign === '/' ? 'section' : 'label'
    return { kind, name: readName(reader, kind, start) } as const
  }
  const read = term()
  reader.spend('terms', start)
  return read
}

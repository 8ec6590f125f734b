import { expect, test } from 'vitest'
import { parseQuery } from './parse.ts'
import { type QueryNames, suggest } from './suggest.ts'

const names: QueryNames = {
  lists: ['Inbox', 'My List', 'Work', 'Wörk & Co'],
  sections: ['To do', 'Done'],
  labels: ['waiting', 'home', 'at work'],
  people: ['Ada Lovelace', 'Me'],
  language: 'en',
}
/** `|` is the cursor; gives what the text becomes with each suggestion. */
function offered(marked: string, language = 'en'): string[] {
  const cursor = marked.indexOf('|')
  const text = marked.replace('|', '')
  return suggest(text, cursor, { ...names, language }).map(
    ({ start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
  )
}

test.each<[string, string[]]>([
  ['#|', ['#Inbox', '#My List', '#Work', '#"Wörk & Co"']],
  ['##|', ['##Inbox', '##My List', '##Work', '##"Wörk & Co"']],
  ['#w|', ['#Work', '#"Wörk & Co"']],
  ['#WORK|', ['#Work', '#"Wörk & Co"']],
  ['#l|', ['#My List']],
  ['today & #w| & p1', ['today & #Work & p1', 'today & #"Wörk & Co" & p1']],
  ['#w|o & p1', ['#Work & p1', '#"Wörk & Co" & p1']],
  ['#"w|', ['#Work', '#"Wörk & Co"']],
  ['#"w|" & p1', ['#Work & p1', '#"Wörk & Co" & p1']],
  ['#"Wörk & |', ['#"Wörk & Co"']],
  ['#my |', ['#My List', '#my & ', '#my | ', '#my , ']],
  ['/d|', ['/Done', '/To do']],
  ['@w|', ['@waiting', '@at work']],
  ['!@h|', ['!@home']],
  ['(@h|', ['(@home']],
  ['tod|', ['today']],
  ['over|', ['overdue']],
  ['no l|', ['no label']],
  ['p|', ['p1', 'p2', 'p3', 'p4', 'parent', 'no priority']],
  ['due b|', ['due before: ']],
  ['assigned|', ['assigned to: ']],
  ['inb|', ['#Inbox']],
  ['hom|', ['@home']],
  ['due before: tom|', ['due before: tomorrow']],
  ['due before:to|', ['due before:today', 'due before:tomorrow']],
  ['due: next w| & p1', ['due: next week & p1']],
  ['assigned to: |', 'me;others;nobody;Ada Lovelace;"Me"'.split(';').map((who) => `assigned to: ${who}`)],
  ['created by: |', 'me;others;Ada Lovelace;"Me"'.split(';').map((who) => `created by: ${who}`)],
  ['created by: love|', ['created by: Ada Lovelace']],
  ['today |', ['today & ', 'today | ', 'today , ']],
  ['(today |', ['(today & ', '(today | ', '(today , ', '(today )']],
  ['search: some words|', []],
  ['search: some words |', ['search: some words & ', 'search: some words | ', 'search: some words , ']],
  ['#Work|', ['#"Wörk & Co"']],
  ['nonsense|', []],
])('%j offers %j', (marked, texts) => {
  expect(offered(marked)).toEqual(texts)
})

test('days are offered in the language of the person', () => {
  expect(offered('due: |', 'de')).toContain('due: nächste Woche')
  expect(offered('due: ges|', 'de')).toEqual(['due: gestern'])
})

test('at the beginning terms are offered, and every suggestion makes or begins a query', () => {
  expect(offered('|')).toContain('today')
  for (const text of ['|', 'p1 & |', 'due: |', 'assigned to: |', '#|', 'n|', 'd|'])
    for (const whole of offered(text)) {
      const parsed = parseQuery(whole)
      if ('error' in parsed) expect(whole).toMatch(/: $/)
    }
})

test('names are offered as they are read again', () => {
  const odd = ['a & b', '"', '\\', '*', '#x', ' @y', 'a #b', '(c)', 'me', '🚀, now!']
  const lists = suggest('#', 1, { ...names, lists: odd }).map(({ text }) => parseQuery(text))
  expect(lists).toMatchObject(odd.map((name) => ({ query: { panes: [{ kind: 'list', name: [name] }] } })))
  const people = suggest('created by: ', 12, { ...names, people: odd }).slice(2)
  const parsed = people.map(({ text }) => parseQuery(`created by: ${text}`))
  expect(parsed).toMatchObject(odd.map((who) => ({ query: { panes: [{ role: 'created', who: [who] }] } })))
})

test('no more is offered than fits under a field', () => {
  const lists = Array.from({ length: 500 }, (_, n) => `List ${n}`)
  expect(suggest('#', 1, { ...names, lists })).toHaveLength(12)
  expect(suggest('#'.padEnd(1001), 1, names)).toEqual([])
})

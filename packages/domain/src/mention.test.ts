import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  linkMentions,
  type Mentionable,
  mentionBefore,
  mentionsIn,
  plainMentions,
  writeMention,
} from './mention.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const person = (n: number, name: string): Mentionable => ({ id: id(n), name })
const ada = person(1, 'Ada')
const lovelace = person(2, 'Ada Lovelace')
const jose = person(3, 'José')
const people = [ada, lovelace, jose]
const link = (text: string) => linkMentions(text, people)

test.each([
  ['@Ada, look', `${writeMention(ada)}, look`],
  ['Ask @ada lovelace.', `Ask ${writeMention(lovelace)}.`],
  ['(@JOSE)', `(${writeMention(jose)})`],
  ['@Ada @Ada', `${writeMention(ada)} ${writeMention(ada)}`],
  ['mail@Ada', 'mail@Ada'],
  ['@Adamant', '@Adamant'],
  ['@Nobody', '@Nobody'],
  ['`@Ada` and ``x @Ada``', '`@Ada` and ``x @Ada``'],
  ['@', '@'],
  ['', ''],
])('%s', (text, linked) => {
  expect(link(text)).toBe(linked)
})

test('of people with the same name the first counts', () => {
  const twice = [person(7, 'Kim'), person(8, 'Kim')]
  expect(mentionsIn(linkMentions('@Kim', twice))).toEqual([id(7)])
})

test('who is mentioned is told once each, whatever the name', () => {
  const odd = person(4, 'A [b] \\ c')
  const text = `${writeMention(odd)} and ${writeMention(ada)}, ${writeMention(odd)}`
  expect(mentionsIn(text)).toEqual([odd.id, ada.id])
  expect(plainMentions(text)).toBe('@A [b] \\ c and @Ada, @A [b] \\ c')
  expect(
    mentionsIn('@[Ada](person:1) [Ada](person:x) @[](person:00000000-0000-7000-8000-000000000001)'),
  ).toEqual([])
})

test('linking what is linked changes nothing, and what is linked can be written plainly again', () => {
  const words = fc.constantFrom(
    '@Ada',
    'Ada',
    '@Ada Lovelace',
    '@josé',
    '@',
    '[',
    '](',
    '`',
    ' ',
    '\n',
    'é',
    '🎉',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
      const linked = link(parts.join(''))
      expect(link(linked)).toBe(linked)
      expect(plainMentions(linked).toLowerCase()).toHaveLength(plainMentions(parts.join('')).length)
    }),
  )
})

test.each([
  ['Hello @Ad', { from: 6, typed: 'Ad' }],
  ['@', { from: 0, typed: '' }],
  ['a\n@Ada Lo', { from: 2, typed: 'Ada Lo' }],
  ['mail@ex', undefined],
  ['no', undefined],
  ['@Ada\nnext', undefined],
])('what is being typed in %j', (text, found) => {
  expect(mentionBefore(text, text.length)).toEqual(found)
})

import { expect, test } from 'vitest'
import { mostSeptets, mostUnits, septetsOf } from './gsm.ts'
import { smsText } from './text.ts'

const link = 'https://todo.example.org/t/AZqvG1d0cS6PbW3kQ8xYzA'
const text = (title: string, to = link) =>
  smsText({ said: `Reminder: ${title}`, title, bare: 'Reminder', link: to })

test('what is short is said whole, before the link', () => {
  expect(text('Call the plumber')).toBe(`Reminder: Call the plumber ${link}`)
  expect(text('Call the plumber', '')).toBe('Reminder: Call the plumber')
})

test('what is long is shortened in its alphabet; the link stays', () => {
  const said = text('Call the plumber '.repeat(20))
  expect(septetsOf(said)).toBeLessThanOrEqual(mostSeptets)
  expect(septetsOf(said)).toBeGreaterThan(mostSeptets - 20)
  expect(said.endsWith(`... ${link}`)).toBe(true)
})

test('letters that take two septets are counted as two', () => {
  expect(septetsOf('€[]{}~^|\\')).toBe(18)
  const said = text('€'.repeat(100))
  expect(septetsOf(said)).toBeLessThanOrEqual(mostSeptets)
  expect(septetsOf(said)).toBeGreaterThan(mostSeptets - 3)
})

test('signs of typesetters and what cannot be seen cost nothing', () => {
  expect(text('“Call” – it’s urgent…\r\nBcc:\u0000\u200b x\u2028y')).toBe(
    `Reminder: "Call" - it's urgent... Bcc: x y ${link}`,
  )
})

test('an accent that was typed apart from its letter is one with it', () => {
  expect(septetsOf(text('Cafe\u0301'))).toBeDefined()
})

test('a letter outside the alphabet makes it UCS-2, with as much of the title as fits', () => {
  const said = text('Позвонить сантехнику завтра утром')
  expect(septetsOf(said)).toBeUndefined()
  expect(said.length).toBeLessThanOrEqual(mostUnits)
  expect(said).toMatch(/^Позвонить/)
  expect(said.endsWith(`… ${link}`)).toBe(true)
})

test('what readers take for one letter is not cut', () => {
  const family = '👨‍👩‍👧‍👦'
  const said = text(family.repeat(10), 'https://t.example/')
  expect(said.length).toBeLessThanOrEqual(mostUnits)
  expect(said.isWellFormed()).toBe(true)
})

test('where the link leaves no place in UCS-2, GSM-7 says what it can', () => {
  const far = `https://tasks.our-department.our-company.example.org/t/${'A'.repeat(22)}`
  expect(text('Zażółć gęślą jaźń', far)).toBe(`Reminder: Zazolc gesla jazn ${far}`)
  expect(text('Позвонить', far)).toBe(`Reminder ${far}`)
})

test('a link that is longer than an SMS is left out', () => {
  const far = `https://example.org/${'a'.repeat(160)}`
  expect(text('Call', far)).toBe('Reminder: Call')
})

test('whatever the title, it is one SMS with a whole link', () => {
  const seed = Date.now() % 2 ** 31
  let state = seed
  const next = (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * most)
  }
  const letters = [
    'a',
    'Z',
    ' ',
    'é',
    'ß',
    '€',
    '^',
    '“',
    'ł',
    'Я',
    '日',
    '😀',
    '\n',
    '\u0007',
    '\u0301',
    '👩‍🚀',
    '',
  ]
  for (let round = 0; round < 2000; round++) {
    const title = Array.from({ length: next(200) }, () => letters[next(letters.length)]).join('')
    const to = `https://${'a'.repeat(next(60))}.example.org/t/${'A'.repeat(22)}`
    const said = text(title, to)
    const size = septetsOf(said)
    expect(size ?? said.length, `seed ${seed}: ${JSON.stringify(title)}`).toBeLessThanOrEqual(
      size ? mostSeptets : mostUnits,
    )
    expect(said.endsWith(` ${to}`), `seed ${seed}: ${JSON.stringify(said)}`).toBe(true)
    expect(said).toMatch(/^[^\p{Cc}]+$/u)
    expect(said.isWellFormed(), `seed ${seed}`).toBe(true)
  }
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { trouble } from '../../fixtures/sms-server.ts'
import { newNumber, numberUrl, startTexting, type Texting } from '../../fixtures/texting.ts'
import { PhoneNumber } from './phone-number.ts'

let it: Texting
beforeAll(async () => {
  it = await startTexting()
})
afterAll(() => it.stop())

const nothing = { number: null, verified: false, codeUntil: null, stopped: null, perDay: 20, left: 20 }

test('a number is the person’s once they enter the code that was sent to it', async () => {
  const { set, confirm, state } = await it.newcomer({ language: 'de' })
  expect(await state()).toEqual(nothing)
  const number = newNumber()
  expect((await set(number)).json()).toEqual({
    ...nothing,
    number,
    codeUntil: '2026-11-22T12:10:00.000Z',
    left: 19,
  })
  const [sent] = it.server.to(number)
  expect(sent?.body).toMatch(/^\d{6} ist dein Code für Doable\. Er gilt 10 Minuten\. Gib ihn niemandem\.$/)
  expect(sent).toMatchObject({ callback: null })
  expect((await confirm(it.codeOf(number))).json()).toEqual({ ...nothing, number, verified: true, left: 19 })
  // The same number once more sends nothing.
  expect((await set(number)).statusCode).toBe(200)
  expect(it.server.to(number)).toHaveLength(1)
})

test.each([
  '',
  '110',
  '+0123456789',
  '004915112345678',
  '+49 151 12345678',
  '+491511234567890123',
  '+4915112345678\n',
  '+４９15112345678',
  4915112345678,
])('%j is no number', async (number) => {
  const { set, state } = await it.newcomer()
  const before = it.server.asked()
  const answer = await set(number as string)
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors).toMatchObject([{ pointer: '/number' }])
  expect(it.server.asked()).toBe(before)
  expect(await state()).toEqual(nothing)
})

test('a code is good for five tries, also when they come at once', async () => {
  const { set, confirm, state } = await it.newcomer()
  const number = newNumber()
  await set(number)
  const code = it.codeOf(number)
  const wrong = ['000000', '111111', '222222', '333333', '444444', '555555', '666666'].filter(
    (each) => each !== code,
  )
  const answers = await Promise.all(wrong.slice(0, 6).map(confirm))
  const said = answers.map((answer) => answer.json().type).sort()
  expect(said).toEqual(['/problems/no-code', ...Array(5).fill('/problems/wrong-code')])
  expect((await confirm(code)).json()).toMatchObject({ status: 400, errors: [{ pointer: '/code' }] })
  expect(await state()).toMatchObject({ verified: false })
})

test('a code is good for ten minutes, once, and for its person and number alone', async () => {
  const { set, confirm, state } = await it.newcomer()
  const other = await it.newcomer()
  const number = newNumber()
  await set(number)
  const code = it.codeOf(number)
  await other.set(number)
  const second = it.codeOf(number)
  if (second !== code) expect((await confirm(second)).statusCode).toBe(400)
  it.house.clock.advance(10 * 60_000)
  expect((await confirm(code)).json().type).toBe('/problems/no-code')
  expect(await state()).toMatchObject({ verified: false, codeUntil: null })
  await set(number)
  const third = it.codeOf(number)
  expect((await confirm(third)).statusCode).toBe(200)
  expect((await confirm(third)).json().type).toBe('/problems/no-code')
})

test('nobody learns from the database which code it is', async () => {
  const { ann, set } = await it.newcomer()
  const number = newNumber()
  await set(number)
  const row = await PhoneNumber.findByPk(ann.id)
  expect(row?.codeHash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(row?.get())).not.toContain(it.codeOf(number))
})

test('several people can have one number, and none learns of the other', async () => {
  const [one, other] = [await it.reader(), await it.newcomer()]
  const answer = await other.set(one.number)
  expect(answer.json()).toMatchObject({ number: one.number, verified: false, left: 19 })
  expect((await other.confirm(it.codeOf(one.number))).json()).toMatchObject({ verified: true })
  expect(await one.state()).toMatchObject({ verified: true })
  await other.ann.as('DELETE', numberUrl)
  expect(await one.state()).toMatchObject({ verified: true })
})

test('a number gets a few codes an hour, whoever asks for them', async () => {
  const number = newNumber()
  for (let asker = 0; asker < 3; asker++)
    expect((await (await it.newcomer()).set(number)).statusCode).toBe(200)
  const last = await it.newcomer()
  const answer = await last.set(number)
  expect(answer.statusCode).toBe(429)
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect(it.server.to(number)).toHaveLength(3)
  expect(await last.state()).toEqual(nothing)
  it.house.clock.advance(3_600_000)
  expect((await last.set(number)).statusCode).toBe(200)
})

test('a person asks for a few codes an hour, whichever number they name', async () => {
  const { set } = await it.newcomer()
  for (let time = 0; time < 5; time++) expect((await set(newNumber())).statusCode).toBe(200)
  expect((await set(newNumber())).statusCode).toBe(429)
})

test('an address asks for a few codes an hour, whoever is signed in there', async () => {
  const remoteAddress = '10.9.9.9'
  const ask = async () => {
    const { ann } = await it.newcomer()
    return ann.as('PUT', numberUrl, { payload: { number: newNumber() }, remoteAddress })
  }
  for (let time = 0; time < 20; time++) expect((await ask()).statusCode).toBe(200)
  expect((await ask()).statusCode).toBe(429)
})

test.each([
  [trouble(400, 21211), 400, '/problems/number-unreachable', 20],
  [trouble(400, 21610), 400, '/problems/number-unsubscribed', 20],
  [trouble(400, 21408), 400, '/problems/number-unroutable', 20],
  [trouble(401, 20003), 503, '/problems/sms-away', 20],
  [trouble(429, 20429, { 'retry-after': '77' }), 503, '/problems/sms-away', 20],
  ['hang up', 503, '/problems/sms-away', 19],
] as const)('a code that cannot be sent is told: %j', async (said, status, type, left) => {
  const { number: before, set, state } = await it.reader()
  const had = (await state()).left
  it.server.instead.push(said)
  const answer = await set(newNumber())
  expect(answer.json()).toMatchObject({ status, type })
  expect(answer.body).not.toMatch(/127\.0\.0\.1|AC0123|9f3a61/)
  if (status === 400) expect(answer.json().errors).toMatchObject([{ pointer: '/number' }])
  // The number that was good still is.
  expect(await state()).toMatchObject({ number: before, verified: true, left: had - 20 + left })
})

test('another number is not written to until it is verified', async () => {
  const { number, set, share, texts } = await it.reader()
  const other = newNumber()
  await set(other)
  await share('Home')
  expect(texts()).toEqual([])
  expect(it.server.to(other)).toHaveLength(1)
  expect(number).not.toBe(other)
})

test('what stopped is taken up again by verifying anew', async () => {
  const { number, set, confirm, share, state } = await it.reader()
  it.server.instead.push(trouble(400, 21610))
  await share('Home')
  expect(await state()).toMatchObject({ stopped: 'unsubscribed' })
  await set(number)
  expect((await confirm(it.codeOf(number))).json()).toMatchObject({ verified: true, stopped: null })
  const before = it.server.to(number).length
  await share('Garden')
  expect(it.server.to(number)).toHaveLength(before + 1)
})

test('a number that is removed is forgotten, and what was sent still counts', async () => {
  const { ann, number, share, texts, state } = await it.reader()
  expect((await ann.as('DELETE', numberUrl)).json()).toEqual({ ...nothing, left: 19 })
  await share('Home')
  expect(texts()).toEqual([])
  expect(JSON.stringify((await PhoneNumber.findByPk(ann.id))?.get())).not.toContain(number)
  expect((await ann.as('DELETE', numberUrl)).statusCode).toBe(200)
  expect(await state()).toMatchObject({ left: 19 })
  await it.house.aboutPerson('user.erased', { id: ann.id })
  expect(await PhoneNumber.findByPk(ann.id)).toBeNull()
})

import { parseOptions } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { hashPassword, nobodysHash, passwordFits } from './hashing.ts'

test('a hash costs what OWASP asks for, and the one of nobody costs the same', async () => {
  const { algorithm, ...cost } = parseOptions(await hashPassword('some password'))
  expect(cost).toMatchObject({ memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 })
  expect(parseOptions(nobodysHash)).toEqual({ algorithm, ...cost })
})

test('one letter typed in two ways is one letter; another case is another letter', async () => {
  const hash = await hashPassword('Z\u00fcrich am See')
  expect(await passwordFits(hash, 'Zu\u0308rich am See')).toBe(true)
  expect(await passwordFits(hash, 'z\u00fcrich am See')).toBe(false)
})

test('nobody has no password', async () => {
  expect(await passwordFits(undefined, '')).toBe(false)
})

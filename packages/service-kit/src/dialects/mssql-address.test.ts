import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database.ts'
import { cautionOf, placeOfServer, readAddress } from './mssql-address.ts'

test('an address says who, where and which database; what is special in it is percent-encoded', () => {
  expect(readAddress('mssql://an%40n:p%2Fw%3F%23%25@db.local:14330/do%20able')).toEqual({
    host: 'db.local',
    port: 14_330,
    database: 'do able',
    username: 'an@n',
    password: 'p/w?#%',
    encrypt: true,
    trustServerCertificate: false,
  })
  expect(readAddress('mssql://sa:x@[::1]/doable')).toMatchObject({ host: '::1', port: 1433 })
})

test('encryption is left out and certificates are believed only where it is asked for', () => {
  const tls = (query: string) => {
    const { encrypt, trustServerCertificate } = readAddress(`mssql://sa:x@h/d${query}`)
    return [encrypt, trustServerCertificate]
  }
  expect(tls('')).toEqual([true, false])
  expect(tls('?encrypt=true&trustServerCertificate=true')).toEqual([true, true])
  expect(tls('?encrypt=false')).toEqual([false, false])
})

test.each([
  'mssql://h/d',
  'mssql://sa:hunter2@h',
  'mssql://sa:hunter2@/d',
  'mssql://sa:hunter2@h/d/e',
  'mssql://sa:hunter2%@h/d',
  'mssql://sa:hunter2@h/d?Encrypt=true',
  'mssql://sa:hunter2@h/d?encrypt=no',
  'mssql://sa:hunter2@h/d?encrypt=true&encrypt=false',
  'mssql://sa:hunter2@h/d?toString=true',
])('%s is refused in one sentence without the password', (url) => {
  expect(() => readAddress(url)).toThrow(/^DATABASE_URL (must be|ends in|has a) [^\n]+\.$/)
  expect(() => readAddress(url)).not.toThrow(/hunter2/)
})

test('where the data is and what is unsafe about the way there is said without the password', () => {
  expect(placeOfServer('mssql://sa:hunter2@db.local/doable')).toBe('db.local:1433/doable')
  expect(cautionOf('mssql://sa:hunter2@db.local/doable')).toBeUndefined()
  expect(cautionOf('mssql://sa:hunter2@db.local/doable?encrypt=false')).toMatch(/db\.local unencrypted/)
  expect(cautionOf('mssql://sa:hunter2@db.local/doable?trustServerCertificate=true')).toMatch(/pose as/)
  for (const own of ['localhost', '127.0.0.1', '[::1]'])
    expect(cautionOf(`mssql://sa:hunter2@${own}/doable?encrypt=false`)).toBeUndefined()
})

test('an authority that cannot be read ends in one sentence', async () => {
  for (const DATABASE_CA of ['/nowhere.pem', import.meta.filename])
    await expect(openDatabase('mssql://sa:x@h/d', readConfig({ DATABASE_CA }))).rejects.toThrow(
      /^DATABASE_CA names .*\.$/,
    )
})

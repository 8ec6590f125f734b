import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { envExample, readConfig, settings } from './config.ts'

test('without settings everything has its default', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, redisUrl: undefined, sessionIdleDays: 14 })
  expect(config.databaseUrl).toBe('sqlite:data/doable.db')
  expect(config.publicUrl.origin).toBe('http://localhost:3000')
})

test('a setting that follows from another moves with it, and an empty one is its default', () => {
  const config = readConfig({ PORT: '8080', DATA_DIR: '/srv/doable', HOST: '' })
  expect(config.publicUrl.origin).toBe('http://localhost:8080')
  expect(config.databaseUrl).toBe('sqlite:/srv/doable/doable.db')
  expect(config.sessionKeys).toBe('/srv/doable/session-keys.json')
  expect(config.host).toBe('127.0.0.1')
})

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'todo.example.org'],
  ['PUBLIC_URL', 'https://example.org/todo'],
  ['LOG_LEVEL', 'loud'],
  ['SESSION_IDLE_DAYS', '0'],
  ['SESSION_MAX_DAYS', '1.5'],
  ['NODE_ENV', 'prod'],
  ['TRUSTED_PROXIES', '10.0.0.0/8, proxy'],
  ['TRUSTED_PROXIES', '999.1.1.1'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['OUTBOUND_ALLOW', '10.0.0.0/33'],
  ['OUTBOUND_ALLOW', '10.0.0.256'],
  ['OUTBOUND_ALLOW', 'https://hooks.lan'],
  ['BODY_LIMIT', '-1'],
  ['SMTP_URL', 'mail.example.org'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['SMS_URL', 'api.example.org'],
  ['SMS_URL', 'https://me:hidden@api.example.org'],
  ['SMS_URL', 'https://api.example.org/?a=b'],
  ['SMS_ACCOUNT', '../AC1'],
  ['SMS_TOKEN', 'changeme'],
  ['SMS_TOKEN', 'your_auth_token_here'],
  ['SMS_TOKEN', '00000000000000000000000000000000'],
  ['SMS_FROM', '0151 123'],
  ['SMS_FROM', 'MG1234567890'],
  ['SMS_PER_DAY', '0'],
  ['MAIL_FROM', 'Doable'],
  ['MAIL_FROM', 'Doable <a@example.org>, <b@example.org>'],
  ['MAIL_FROM', 'Doable\tBcc: <a@example.org>'],
  ['MAIL_FROM', 'Doable\r\nBcc: b@example.org <a@example.org>'],
  ['MAIL_FROM', 'Doable <a@example.org>\nBcc: b@example.org'],
  ['MAIL_FROM', 'Doable\0 <a@example.org>'],
  ['MAIL_FROM', 'Doable <a@example.org\0>'],
  ['MAIL_FROM', 'a\u007f@example.org'],
])('%s = %s is refused in one sentence that names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`))
})

test('proxies are addresses and ranges of either kind', () => {
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1,fd00::/8' })
  expect(trustedProxies).toEqual(['10.0.0.0/8', '::1', 'fd00::/8'])
})

test('what may be spoken to is ranges and names', () => {
  const { outboundAllow } = readConfig({ OUTBOUND_ALLOW: '10.0.0.0/8, ::1,Hooks.lan, 192.0.2.1' })
  expect(outboundAllow).toEqual(['10.0.0.0/8', '::1/128', 'hooks.lan', '192.0.2.1/32'])
})

test('mail is from Doable at the address of the page, or as is said', () => {
  const from = (env: Record<string, string>) => readConfig(env).mailFrom
  const url = 'https://todo.example.org'
  expect(from({ PUBLIC_URL: url })).toEqual({ name: 'Doable', address: 'doable@todo.example.org' })
  expect(from({ MAIL_FROM: 'Our tasks <us@example.org>' })).toEqual({
    name: 'Our tasks',
    address: 'us@example.org',
  })
  expect(from({ MAIL_FROM: 'us@example.org' })).toEqual({ name: '', address: 'us@example.org' })
})

test('what is said of a wrong mail server leaves out its password', () => {
  const wrong = { SMTP_URL: 'smtpx://me:secret@mail.example.org' }
  expect(() => readConfig(wrong)).toThrow(/^(?!.*secret).*SMTP_URL/)
})

test('a setting can be handed over as a file, which goes before the setting itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doable-settings-'))
  const file = join(folder, 'database-url')
  writeFileSync(file, 'sqlite:elsewhere.db\n')
  expect(readConfig({ DATABASE_URL_FILE: file, DATABASE_URL: 'sqlite:here.db' }).databaseUrl).toBe(
    'sqlite:elsewhere.db',
  )
  rmSync(folder, { recursive: true })
  expect(() => readConfig({ DATABASE_URL_FILE: file })).toThrow(/^DATABASE_URL_FILE names [^\n]+\.$/)
})

test('what is said of a wrong secret leaves it out', () => {
  expect(() => readConfig({ SMS_TOKEN: 'too-short-9f3' })).toThrow(/^(?!.*9f3).*SMS_TOKEN/)
  expect(readConfig({ SMS_TOKEN: '9f3a61c07be2d84510aa93ce77f1b60d' }).smsToken).toHaveLength(32)
})

test.each(['+4915112345678', '12345', `MG${'0a'.repeat(16)}`, 'Doable'])('SMS may be from %s', (from) => {
  expect(readConfig({ SMS_FROM: from }).smsFrom).toBe(from)
})

test('settings that contradict each other are refused', () => {
  expect(() => readConfig({ SESSION_IDLE_DAYS: '30', SESSION_MAX_DAYS: '7' })).toThrow(/SESSION_IDLE_DAYS/)
  expect(() => readConfig({ NODE_ENV: 'production', REDIS_URL: 'redis://r' })).toThrow(/SESSION_KEYS/)
})

test('.env.example names every setting once, with its default', () => {
  const written = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')
  expect(written).toBe(envExample())
  for (const { name } of Object.values(settings)) expect(written.split(`\n#${name}=`)).toHaveLength(2)
})

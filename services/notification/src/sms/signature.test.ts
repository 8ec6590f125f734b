import { expect, test } from 'vitest'
import { isSigned, signatureOf } from './signature.ts'

// The example that Twilio's own libraries are tested with.
const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const form = new URLSearchParams({
  CallSid: 'CA1234567890ABCDE',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
  Caller: '+14158675309',
})
const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8='

test('the example of the provider is signed as it says', () => {
  expect(signatureOf('12345', url, form)).toBe(signature)
  expect(isSigned('12345', url, form, signature)).toBe(true)
})

test('an address is the same with its port and without', () => {
  for (const [said, ours] of [
    ['https://mycompany.com:443/a', 'https://mycompany.com/a'],
    ['https://mycompany.com/a', 'https://mycompany.com:8443/a'],
    ['https://mycompany.com:8443/a', 'https://mycompany.com:8443/a'],
    ['http://mycompany.com:80/a', 'http://mycompany.com/a'],
  ] as const)
    expect(isSigned('12345', ours, form, signatureOf('12345', said, form)), said).toBe(true)
})

test.each([
  ['another token', '12346', url, form, signature],
  ['another address', '12345', url.replace('bar=2', 'bar=3'), form, signature],
  ['another value', '12345', url, new URLSearchParams([...form, ['Digits', '1235']]), signature],
  ['one value less', '12345', url, new URLSearchParams([...form].slice(1)), signature],
  ['no signature', '12345', url, form, ''],
  ['half a signature', '12345', url, form, signature.slice(0, 14)],
] as const)('%s is not signed', (_, token, address, said, given) => {
  expect(isSigned(token, address, said, given)).toBe(false)
})

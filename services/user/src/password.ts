import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { problem } from '@doable/service-kit/problem'

type Person = { email: string; name: string }

/** How many of the commonest passwords are refused (OWASP ASVS 5.0, 6.2.4 asks for 3,000 at least). */
const refused = 3000
let common: Promise<Set<string>> | undefined

async function readCommon(): Promise<Set<string>> {
  const file = createRequire(import.meta.url).resolve('@zxcvbn-ts/language-common/src/passwords.json')
  const byFrequency: string[] = JSON.parse(await readFile(file, 'utf8'))
  return new Set(byFrequency.filter((password) => password.length >= 8).slice(0, refused))
}

/**
 * Refuses a new password that others would try first. Its length is the contract's business.
 * @param pointer where the password stands in the body
 * @throws 400 `weak-password`
 */
export async function refuseWeak(password: string, person: Person, pointer: string): Promise<void> {
  common ??= readCommon()
  const typed = password.toLowerCase()
  const own = [person.email, person.email.split('@')[0], person.name].map((word) => word?.toLowerCase())
  if (own.includes(typed)) throw weak(pointer, 'The password must not be your name or e-mail address.')
  if ((await common).has(typed))
    throw weak(pointer, 'This is one of the commonest passwords; choose another.')
}

const weak = (pointer: string, detail: string) => problem(400, 'weak-password', detail, [{ pointer, detail }])

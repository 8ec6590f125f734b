import { type TaskLink, taskLink } from './task-link.ts'

/**
 * Addresses for where every letter counts: an SMS has 160 of them, or 70. The 36 characters of a UUID are 22 here, and the
 * way to its list is left to the page.
 */
export type ShortLink = { kind: 'task' | 'list'; id: string }

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const length = 22
const letters = { task: 't', list: 'l' } as const

/** The path for a UUID in lower case: `/t/...`. */
export function shortLink({ kind, id }: ShortLink): string {
  let rest = BigInt(`0x${id.replaceAll('-', '')}`)
  let code = ''
  for (let at = 0; at < length; at++) {
    code = digits.charAt(Number(rest & 63n)) + code
    rest >>= 6n
  }
  return `/${letters[kind]}/${code}`
}

/** The address that a short one stands for; undefined where it stands for nothing. */
export function readShortLink(path: string): string | undefined {
  const [, letter, code = ''] = /^\/([tl])\/([\w-]{22})\/?$/.exec(path) ?? []
  let number = 0n
  for (const digit of code) number = (number << 6n) | BigInt(digits.indexOf(digit))
  if (!letter || number >= 1n << 128n) return undefined
  const hex = number.toString(16).padStart(32, '0')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  const link: TaskLink = letter === 'l' ? { view: 'list', id } : { view: 'today', taskId: id }
  return taskLink(link)
}

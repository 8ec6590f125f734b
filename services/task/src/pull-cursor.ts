import { crc32 } from 'node:zlib'
import { problem } from '@doable/service-kit/problem'

/** What a device has: its person's own things up to a version, and each list up to a version, of one history of the database. */
export type Seen = { history: string; own: number; lists: Map<string, number> }

const form = 1
const idLength = 16
const historyAt = 1 + idLength
const ownAt = historyAt + idLength
const headLength = ownAt + 4
const pairLength = idLength + 4
const sumLength = 4

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')
const idAt = (bytes: Buffer, at: number) =>
  bytes.toString('hex', at, at + 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/**
 * Twenty bytes per list, so that 500 lists stay under the 16 kB of a request's head: a number for the form, the person,
 * the history, the version of their own things, pairs of list and version, and a checksum. It is no secret: what it names is looked up
 * among the person's own lists.
 */
export function writeSeen(personId: string, { history, own, lists }: Seen): string {
  const bytes = Buffer.alloc(headLength + lists.size * pairLength + sumLength)
  bytes.writeUInt8(form)
  bytesOf(personId).copy(bytes, 1)
  bytesOf(history).copy(bytes, historyAt)
  bytes.writeUInt32BE(own, ownAt)
  let at = headLength
  for (const [listId, version] of lists) {
    bytesOf(listId).copy(bytes, at)
    bytes.writeUInt32BE(version, at + 16)
    at += pairLength
  }
  bytes.writeUInt32BE(crc32(bytes.subarray(0, at)), at)
  return bytes.toString('base64url')
}

/** @throws 400 `bad-cursor` for what is damaged or was made for somebody else */
export function readSeen(personId: string, cursor: string): Seen {
  const bytes = Buffer.from(cursor, 'base64url')
  const end = bytes.length - sumLength
  const whole = end >= headLength && (end - headLength) % pairLength === 0
  const intact = whole && bytes[0] === form && bytes.readUInt32BE(end) === crc32(bytes.subarray(0, end))
  if (!intact || idAt(bytes, 1) !== personId)
    throw problem(400, 'bad-cursor', 'The cursor is damaged; pull again without one.')
  const lists = new Map<string, number>()
  for (let at = headLength; at < end; at += pairLength)
    lists.set(idAt(bytes, at), bytes.readUInt32BE(at + 16))
  return { history: idAt(bytes, historyAt), own: bytes.readUInt32BE(ownAt), lists }
}

import { crc32 } from 'node:zlib'

/** As gzip (RFC 1952) of bytes that are not packed (RFC 1951, 3.2.4), so that its length is known beforehand. */
function member(text: string): Buffer {
  const bytes = Buffer.from(text)
  const made = Buffer.alloc(bytes.length + 23)
  Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1]).copy(made)
  made.writeUInt16LE(bytes.length, 11)
  made.writeUInt16LE(~bytes.length & 0xffff, 13)
  bytes.copy(made, 15)
  made.writeUInt32LE(crc32(bytes), bytes.length + 15)
  made.writeUInt32LE(bytes.length, bytes.length + 19)
  return made
}

/** What a backup ends in: a second member of the gzip file with the SHA-256 (hex) of every byte before it. */
export const trailerOf = (sha256: string): Buffer => member(`{"sha256":"${sha256}"}\n`)

export const trailerLength = trailerOf('0'.repeat(64)).length

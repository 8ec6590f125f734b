export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp'
/** In pixels. */
export type Size = { width: number; height: number }

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** W3C PNG, 11.2.2: the IHDR chunk comes first and starts with the two sides. */
function sizeOfPng(bytes: Buffer): Size | undefined {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(png) || bytes.toString('latin1', 12, 16) !== 'IHDR')
    return
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** ITU-T T.81, B.1.1.3: markers that start a frame; DHT, JPG and DAC lie in the same range. */
const startsFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** ITU-T T.81, B.2.2: goes from segment to segment until the one that holds the sides. */
function sizeOfJpeg(bytes: Buffer): Size | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1)
    if (startsFrame(marker)) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    if (marker === 0xff) at += 1
    else if (marker === 0xda || marker === 0xd9) return
    else at += 2 + Math.max(2, bytes.readUInt16BE(at + 2))
  }
}

/** RFC 9649, 2.5 to 2.7: a lossy, a lossless or an extended file. */
function sizeOfWebp(bytes: Buffer): Size | undefined {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF') return
  const kind = bytes.toString('latin1', 8, 16)
  if (kind === 'WEBPVP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (kind === 'WEBPVP8 ' && bytes.readUIntBE(23, 3) === 0x9d012a)
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (kind !== 'WEBPVP8L' || bytes[20] !== 0x2f) return
  const sides = bytes.readUInt32LE(21)
  return { width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 }
}

const sizeOf = { 'image/png': sizeOfPng, 'image/jpeg': sizeOfJpeg, 'image/webp': sizeOfWebp }

/** The sides as the file's header states them, without decoding it; nothing when the file is not what it claims to be. */
export const pictureSize = (type: PictureType, bytes: Buffer): Size | undefined => sizeOf[type](bytes)

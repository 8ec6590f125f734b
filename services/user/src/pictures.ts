/** Headers of picture files with the given sides, for tests; there is no image behind them. */
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )
const big = (value: number, width: number) =>
  [...Array(width)].map((_, n) => (value >> (8 * (width - 1 - n))) & 255)
const little = (value: number, width: number) => big(value, width).reverse()

export const png = (width: number, height: number) =>
  bytes(
    [0x89],
    'PNG\r\n',
    [0x1a, 0x0a, 0, 0, 0, 13],
    'IHDR',
    big(width, 4),
    big(height, 4),
    [8, 6, 0, 0, 0, 0, 0, 0, 0],
  )

export const jpeg = (width: number, height: number) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 16],
    'JFIF\0',
    Array(9).fill(0),
    [0xff, 0xff, 0xc4, 0, 3, 0],
    [0xff, 0xc0, 0, 11, 8],
    big(height, 2),
    big(width, 2),
    [1, 1, 0x11, 0],
  )

const riff = (chunk: string, ...rest: (string | number[])[]) =>
  bytes('RIFF', [0, 0, 0, 0], 'WEBP', chunk, [0, 0, 0, 0], ...rest, Array(16).fill(0))
export const webp = {
  lossy: (width: number, height: number) =>
    riff('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a], little(width, 2), little(height, 2)),
  lossless: (width: number, height: number) =>
    riff('VP8L', [0x2f], little((width - 1) | ((height - 1) << 14), 4)),
  extended: (width: number, height: number) =>
    riff('VP8X', [0, 0, 0, 0], little(width - 1, 3), little(height - 1, 3)),
}

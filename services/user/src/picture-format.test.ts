import { expect, test } from 'vitest'
import { jpeg, png, webp } from '../fixtures/pictures.ts'
import { type PictureType, pictureSize } from './picture-format.ts'

test.each<[PictureType, Buffer]>([
  ['image/png', png(640, 480)],
  ['image/jpeg', jpeg(640, 480)],
  ['image/webp', webp.lossy(640, 480)],
  ['image/webp', webp.lossless(640, 480)],
  ['image/webp', webp.extended(640, 480)],
])('reads the sides of %s from its header', (type, bytes) => {
  expect(pictureSize(type, bytes)).toEqual({ width: 640, height: 480 })
})

test.each<[PictureType, Buffer]>([
  ['image/png', jpeg(1, 1)],
  ['image/jpeg', png(1, 1)],
  ['image/webp', png(1, 1)],
  ['image/png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(60))],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['image/webp', Buffer.from('RIFF1234WEBPVP8 '.padEnd(40))],
])('a file that is not %s has none', (type, bytes) => {
  expect(pictureSize(type, bytes)).toBeUndefined()
})

test('a file cut off anywhere is refused or read, never an error', () => {
  for (const [type, whole] of [
    ['image/png', png(9, 9)],
    ['image/jpeg', jpeg(9, 9)],
    ['image/webp', webp.lossy(9, 9)],
  ] as const)
    for (let length = 0; length < whole.length; length += 1) {
      const size = pictureSize(type, whole.subarray(0, length))
      expect(size === undefined || size.width === 9).toBe(true)
    }
})

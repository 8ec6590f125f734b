/** Side of the stored picture in CSS pixels: twice the largest place it is shown at. */
const side = 256

/**
 * Cuts the middle square out of a picture file and scales it down, so that a photograph of any size is stored small and
 * without what a camera wrote into it. Throws when the browser cannot read the file as a picture.
 */
export async function squared(file: Blob): Promise<{ type: 'image/jpeg'; data: string }> {
  const source = await createImageBitmap(file)
  const cut = Math.min(source.width, source.height)
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('this browser cannot draw')
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, side, side)
  const [left, top] = [(source.width - cut) / 2, (source.height - cut) / 2]
  brush.drawImage(source, left, top, cut, cut, 0, 0, side, side)
  source.close()
  const [, data = ''] = canvas.toDataURL('image/jpeg', 0.85).split(',')
  return { type: 'image/jpeg', data }
}

/** Where a person's picture is; the instant makes the browser ask again when it changed. */
export const pictureOf = ({ pictureAt }: { pictureAt: string | null }) =>
  pictureAt === null ? null : `/api/me/picture?at=${encodeURIComponent(pictureAt)}`

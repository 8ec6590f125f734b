import { snapped } from './wall.ts'

/** In pixels: an hour of the week's grid, and what the hours' names take beside it. */
export const hourHeight = 48
export const gutter = 56

export const pixels = (minutes: number): number => (minutes / 60) * hourHeight
const minutesAt = (offset: number) => (offset / hourHeight) * 60

/** Which of so many columns beside the gutter a point lies in, from its distance to the side where reading begins. */
const columnAt = (distance: number, width: number, columns: number) =>
  Math.min(Math.max(Math.floor(((distance - gutter) / (width - gutter)) * columns), 0), columns - 1)

/** The column of the grid and the minutes that a point is at; `grasp` is how far above it a block begins. */
export function pointIn(
  { clientX, clientY }: { clientX: number; clientY: number },
  element: HTMLElement,
  columns: number,
  grasp = 0,
): { column: number; minutes: number } {
  const { left, right, top, width } = element.getBoundingClientRect()
  const rtl = getComputedStyle(element).direction === 'rtl'
  const column = columnAt(rtl ? right - clientX : clientX - left, width, columns)
  return { column, minutes: snapped(minutesAt(clientY - grasp - top)) }
}

/** The twelve colours of lists and labels, as the contracts name them. */
export const hues = [
  'gray',
  'red',
  'orange',
  'amber',
  'olive',
  'green',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'purple',
  'pink',
] as const
export type Hue = (typeof hues)[number]

/** The CSS colour of a hue, readable as text on every surface in both themes. */
export const hue = (name: Hue): string => `var(--hue-${name})`

import { useView } from '@doable/client/react'
import type { View } from '@doable/client/view'
import type { Hue } from '@doable/ui/hue'

let known: { of: View['labels']; colors: Map<string, Hue> } | undefined

/** The colours by word, made once per change of the labels and not once per row. */
function colorsOf(labels: View['labels']): Map<string, Hue> {
  if (known?.of === labels) return known.colors
  const own = [...labels.values()].filter((label) => label.trashedAt === null)
  known = { of: labels, colors: new Map(own.map((label) => [label.name.toLowerCase(), label.color])) }
  return known.colors
}

/** The person's colour for a word; gray for a word they have no label for. */
export const useLabelColor = (name: string): Hue =>
  useView((view) => colorsOf(view.labels).get(name.toLowerCase()) ?? 'gray')

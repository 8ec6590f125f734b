import { hue } from '@doable/ui/hue'
import { useLabelColor } from '../names/use-label-color.ts'

/** A label as it is typed, in its own colour. */
export function LabelText({ name }: { name: string }) {
  const color = useLabelColor(name)
  return (
    <span dir="auto" style={{ color: hue(color) }}>
      @{name}
    </span>
  )
}

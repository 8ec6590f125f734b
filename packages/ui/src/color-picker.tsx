import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { type CSSProperties, useId } from 'react'
import css from './color-dot.module.css'
import { type Hue, hue, hues } from './hue.ts'
import { hint } from './tooltip.tsx'

/** What each hue is called. */
export const hueNames: Record<Hue, MessageDescriptor> = {
  gray: msg`Gray`,
  red: msg`Red`,
  orange: msg`Orange`,
  amber: msg`Amber`,
  olive: msg`Olive`,
  green: msg`Green`,
  teal: msg`Teal`,
  cyan: msg`Cyan`,
  blue: msg`Blue`,
  indigo: msg`Indigo`,
  purple: msg`Purple`,
  pink: msg`Pink`,
}

/** Twelve hues by name; arrows move between them. */
export function ColorPicker({
  label,
  value,
  onChange,
}: {
  label: string
  value: Hue
  onChange(value: Hue): void
}) {
  const { t } = useLingui()
  const name = useId()
  return (
    <fieldset className={css.palette} aria-label={label}>
      {hues.map((each) => (
        <label
          key={each}
          className={css.swatch}
          style={{ '--swatch': hue(each) } as CSSProperties}
          {...hint(t(hueNames[each]))}
        >
          <input
            type="radio"
            name={name}
            aria-label={t(hueNames[each])}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          {each === value && <Check />}
        </label>
      ))}
    </fieldset>
  )
}

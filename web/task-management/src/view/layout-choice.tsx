import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { layoutOf } from '../page/layout-in-force.ts'
import { useLayoutWords } from '../page/layout-words.tsx'
import type { PageModel } from '../page/model.ts'
import css from './view-panel.module.css'

/** The layouts side by side, one of them in force. */
export function LayoutChoice({ model }: { model: PageModel }) {
  const { t } = useLingui()
  const words = useLayoutWords()
  const name = useId()
  const { layouts = [], setOptions } = model
  const now = layoutOf(model)
  return (
    <fieldset className={css.layouts}>
      <legend className={css.legend}>{t`Layout`}</legend>
      {layouts.map((layout) => (
        <label key={layout} className={css.layout}>
          <input
            type="radio"
            name={name}
            checked={layout === now}
            onChange={() => setOptions({ layout })}
            className={css.radio}
          />
          {words[layout].icon}
          {words[layout].name}
        </label>
      ))}
    </fieldset>
  )
}

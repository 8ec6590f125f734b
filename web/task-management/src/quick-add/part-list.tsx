import { useLingui } from '@lingui/react/macro'
import css from './quick-add.module.css'
import type { Part } from './use-parts.ts'

/** What was understood, in words; what the line says can be pressed, and is text again. */
export function PartList({ parts, onTurnBack }: { parts: readonly Part[]; onTurnBack(part: Part): void }) {
  const { t } = useLingui()
  return (
    <ul className={css.parts} aria-label={t`Understood`}>
      {parts.map((part) => (
        <li key={`${part.starts} ${part.words}`} dir="auto">
          {part.starts.length > 0 ? (
            <button
              type="button"
              className={css.part}
              title={t`Keep as text`}
              // The field keeps the focus, so that writing goes on.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onTurnBack(part)}
            >
              {part.words}
            </button>
          ) : (
            part.words
          )}
        </li>
      ))}
    </ul>
  )
}

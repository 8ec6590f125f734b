import css from './waiting-line.module.css'

/** The one line of a dialog, kept by whoever opens it. */
export type TypedLine = { label: string; value: string; onChange(value: string): void }

/**
 * A plain field where a dialog of one line will stand: takes what is typed while the code of that dialog is on its way,
 * so that no key is lost or goes to the page instead.
 */
export function WaitingLine({ line, onClose }: { line: TypedLine; onClose(): void }) {
  const { label, value, onChange } = line
  return (
    <div role="dialog" aria-label={label} className={css.place}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was opened to type into it
        autoFocus
        aria-label={label}
        dir="auto"
        className={css.field}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
    </div>
  )
}

/** For `onFocus` of the field that takes over: goes on behind what was typed so far. */
export const caretToEnd = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
  const end = currentTarget.value.length
  currentTarget.setSelectionRange(end, end)
}

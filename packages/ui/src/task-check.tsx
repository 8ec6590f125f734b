import css from './task-check.module.css'

/**
 * The round box of a task: ring in the colour of its priority, fills under the pointer, ticks with the accent.
 * `label` names what pressing does to which task ("Complete Renew passport").
 */
export function TaskCheck({
  priority,
  checked,
  label,
  onChange,
  disabled,
  title,
  tabIndex,
}: {
  priority: 1 | 2 | 3 | 4
  checked: boolean
  label: string
  onChange(checked: boolean): void
  disabled?: boolean
  /** Says why it is disabled. */
  title?: string | undefined
  tabIndex?: number
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native box cannot be kept from a form's values in each row
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      disabled={disabled}
      title={title}
      tabIndex={tabIndex}
      className={`${css.check} ${css[`p${priority}`]}`}
      onClick={(event) => {
        event.stopPropagation()
        onChange(!checked)
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9" />
        <path d="m8 12.4 2.8 2.8 5.2-5.8" />
      </svg>
    </button>
  )
}

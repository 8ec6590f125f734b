import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { dismiss, type ShownToast, toasts } from './toast.ts'
import css from './toasts.module.css'

/** Counts down while nobody points at it or stands in it (WCAG 2.2.1: time to read). */
function useCountdown({ id, lasts }: ShownToast) {
  const timer = useRef(0)
  const stop = () => clearTimeout(timer.current)
  const start = () => {
    stop()
    if (Number.isFinite(lasts)) timer.current = window.setTimeout(() => dismiss(id), lasts)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: one countdown per toast
  useEffect(() => {
    start()
    return stop
  }, [id])
  return { onPointerEnter: stop, onPointerLeave: start, onFocus: stop, onBlur: start }
}

function Line({ toast }: { toast: ShownToast }) {
  const { t } = useLingui()
  const { action } = toast
  const run = () => {
    dismiss(toast.id)
    action?.run()
  }
  return (
    <li className={css.toast} {...useCountdown(toast)}>
      <span className={css.text}>{toast.text}</span>
      {action && (
        <button type="button" className={css.action} onClick={run}>
          {action.label}
        </button>
      )}
      <button type="button" className={css.close} aria-label={t`Close`} onClick={() => dismiss(toast.id)}>
        <X />
      </button>
    </li>
  )
}

/** The corner where toasts appear, drawn by `UiProvider`; stays usable while a dialog is open. */
export function Toasts() {
  const { t } = useLingui()
  const shown = useSyncExternalStore(toasts.subscribe, toasts.all)
  return (
    <section
      aria-label={t`Messages`}
      aria-live="polite"
      className={css.region}
      data-react-aria-top-layer="true"
    >
      <ol className={css.list}>
        {shown.map((toast) => (
          <Line key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  )
}

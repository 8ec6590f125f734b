import { Button } from '@doable/ui/button'
import { number } from '@doable/ui/format'
import { IconButton } from '@doable/ui/icon-button'
import { useLingui } from '@lingui/react/macro'
import { CalendarOff, ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './toolbar.module.css'

type Mode = 'month' | 'week'

function Modes({ mode, onMode }: { mode: Mode; onMode(mode: Mode): void }) {
  const { t } = useLingui()
  const names = { month: t`Month`, week: t`Week` }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that everybody sees
    <div role="group" aria-label={t`Period`} className={css.modes}>
      {(['month', 'week'] as const).map((each) => (
        <button
          key={each}
          type="button"
          className={css.mode}
          aria-pressed={each === mode}
          onClick={() => onMode(each)}
        >
          {names[each]}
        </button>
      ))}
    </div>
  )
}

/** What period is shown, the way to others, and what has no day. */
export function Toolbar({
  title,
  mode,
  onMode,
  onTurn,
  onToday,
  undated,
  children,
}: {
  title: string
  mode: Mode
  onMode(mode: Mode): void
  /** To the period before (-1) or after (1). */
  onTurn(by: 1 | -1): void
  onToday(): void
  undated: { count: number; open: boolean; toggle(): void }
  children?: ReactNode
}) {
  const { t } = useLingui()
  const count = number(undated.count)
  return (
    <div className={css.bar}>
      <div className={css.turns}>
        <IconButton label={t`Previous`} keys="PageUp" onClick={() => onTurn(-1)}>
          <ChevronLeft />
        </IconButton>
        <IconButton label={t`Next`} keys="PageDown" onClick={() => onTurn(1)}>
          <ChevronRight />
        </IconButton>
      </div>
      <h2 className={css.title}>{title}</h2>
      <Button small kind="quiet" onClick={onToday}>{t`Today`}</Button>
      <div className={css.more}>
        {(undated.count > 0 || undated.open) && (
          <Button
            small
            kind="quiet"
            icon={<CalendarOff />}
            aria-expanded={undated.open}
            onClick={undated.toggle}
          >
            <span className={css.count} aria-hidden="true">
              {count}
            </span>
            <span className={css.words}>{t`${count} without a date`}</span>
          </Button>
        )}
        {children}
        <Modes mode={mode} onMode={onMode} />
      </div>
    </div>
  )
}

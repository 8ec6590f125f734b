import { useView } from '@doable/client/react'
import { taskLink } from '@doable/domain/task-link'
import { Bar } from '@doable/ui/bar'
import { number } from '@doable/ui/format'
import { hue } from '@doable/ui/hue'
import { useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import css from './overview.module.css'
import type { Figures } from './use-figures.ts'

type Share = { key: string; name: string; open: number; to: string; color: string }
/** A long tail says nothing; what is left out is in the navigation. */
const most = 8

/** Where the open tasks lie: by priority, by list and by label. */
export function Splits({ figures }: { figures: Figures }) {
  const { t } = useLingui()
  return (
    <>
      <Split id="by-priority" title={t`By priority`} shares={usePriorityShares(figures)} />
      <Split id="by-list" title={t`By list`} shares={useListShares(figures)} />
      <Split id="by-label" title={t`By label`} shares={useLabelShares(figures)} />
    </>
  )
}

function Split({ id, title, shares }: { id: string; title: string; shares: Share[] }) {
  const { t } = useLingui()
  const highest = Math.max(1, ...shares.map(({ open }) => open))
  return (
    <section className={css.half} aria-labelledby={id}>
      <h2 id={id} className={css.heading}>
        {title}
      </h2>
      {shares.length === 0 && <p className={css.note}>{t`Nothing open.`}</p>}
      <ul className={css.shares}>
        {shares.map(({ key, name, open, to, color }) => (
          <li key={key}>
            <Link to={to} className={css.share}>
              <span className={css.shareName} dir="auto">
                {name}
              </span>
              <span className={css.shareValue}>{number(open)}</span>
              <Bar value={open} max={highest} label={name} text={t`${open} open`} color={color} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const highestFirst = <T extends { open: number }>(shares: T[]) =>
  shares
    .filter(({ open }) => open > 0)
    .sort((a, b) => b.open - a.open)
    .slice(0, most)

function useListShares({ overview, lists }: Figures): Share[] {
  const { t } = useLingui()
  const byId = new Map(lists.map((list) => [list.id, list]))
  return highestFirst(overview.byList).flatMap(({ listId, open }) => {
    const list = byId.get(listId)
    if (!list) return []
    const to = taskLink(list.isInbox ? { view: 'inbox' } : { view: 'list', id: listId })
    return [{ key: listId, name: list.isInbox ? t`Inbox` : list.name, open, to, color: hue(list.color) }]
  })
}

function usePriorityShares({ overview }: Figures): Share[] {
  const { t } = useLingui()
  const names = [t`p1, urgent`, t`p2, high`, t`p3, medium`, t`p4, none`]
  return overview.byPriority.map(({ priority, open }) => ({
    key: String(priority),
    name: names[priority - 1] ?? '',
    open,
    to: taskLink({ view: 'all', filter: `p${priority}` }),
    color: `var(--p${priority})`,
  }))
}

function useLabelShares({ overview }: Figures): Share[] {
  const labels = useView((view) => view.labels)
  const colors = new Map([...labels.values()].map(({ name, color }) => [name.toLowerCase(), color]))
  return highestFirst(overview.byLabel).map(({ label, open }) => ({
    key: label,
    name: `@${label}`,
    open,
    to: taskLink({ view: 'label', name: label }),
    color: hue(colors.get(label.toLowerCase()) ?? 'gray'),
  }))
}

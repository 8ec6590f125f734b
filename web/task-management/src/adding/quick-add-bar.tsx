import { useView } from '@doable/client/react'
import { mayEdit } from '@doable/client/rights'
import { readTaskLink, taskLink } from '@doable/domain/task-link'
import { Dialog } from '@doable/ui/dialog'
import { openQuickAdd, openTask } from '@doable/ui/events'
import { useFocusBack } from '@doable/ui/focus-back'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Defaults } from '../lines/group.ts'
import { startHere } from '../page/start-here.ts'
import { useDay } from '../page/use-time.ts'
import css from '../quick-add/quick-add.module.css'
import { preloadQuickAdd, QuickAdd } from './quick-add.tsx'
import { useAdded } from './use-added.ts'

type Asked = { text: string; defaults: Defaults }

/** After the first page is drawn and at rest, in milliseconds. */
const soon = 3000

/** What a new task starts with on the page that is shown: its list if it takes any, its label, or today. */
function useDefaultsHere(): Defaults {
  const { pathname } = useLocation()
  const today = useDay().day
  const here = readTaskLink(pathname)
  const takes = useView((view) => here?.view === 'list' && mayEdit(view.lists.get(here.id)))
  if (here?.view === 'list') return takes ? { listId: here.id } : {}
  if (here?.view === 'label') return { labels: [here.name] }
  return here?.view === 'today' ? { dueOn: today } : {}
}

/** Shows a task wherever one is: beside the present page if that is one of tasks, otherwise beside its list. */
function useOpenTaskNews() {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  useEffect(
    () =>
      openTask.hear(({ id }) => {
        const here = readTaskLink(pathname, search) ?? { view: 'today' as const }
        void navigate(taskLink({ ...here, taskId: id }), {
          state: { pushed: readTaskLink(pathname) !== undefined },
        })
      }),
    [navigate, pathname, search],
  )
}

/** The line that `q` opens over any page. Stays open for one task after the other. */
export function QuickAddBar() {
  const { t } = useLingui()
  const [asked, setAsked] = useState<Asked>()
  const here = useDefaultsHere()
  const { remember, giveBack } = useFocusBack()
  const added = useAdded()
  useOpenTaskNews()
  useEffect(() => {
    const timer = setTimeout(preloadQuickAdd, soon)
    return () => clearTimeout(timer)
  }, [])
  useEffect(
    () =>
      openQuickAdd.hear(({ text = '', ...given }) => {
        remember()
        setAsked({ text, defaults: Object.keys(given).length > 0 ? given : (startHere() ?? here) })
      }),
    [here, remember],
  )
  if (!asked) return null
  const close = () => {
    setAsked(undefined)
    giveBack()
  }
  const line = {
    label: t`New task`,
    value: asked.text,
    onChange: (text: string) => setAsked({ ...asked, text }),
  }
  return (
    <Dialog bare wide place="top" isOpen title={t`Add task`} line={line} onClose={close}>
      <div className={css.bar}>
        <QuickAdd defaults={asked.defaults} initial={asked.text} onClose={close} onAdded={added} />
      </div>
    </Dialog>
  )
}

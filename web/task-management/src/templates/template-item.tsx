import { sectionsOfList } from '@doable/client/list-selectors'
import { useView } from '@doable/client/react'
import { openTasksOfList } from '@doable/client/selectors'
import type { List } from '@doable/contracts/list'
import { taskLink } from '@doable/domain/task-link'
import { Button } from '@doable/ui/button'
import { ColorDot } from '@doable/ui/color-dot'
import { newFromTemplate } from '@doable/ui/events'
import { MenuButton } from '@doable/ui/menu'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { ListDialogs, ListMenu } from '../lists/late.ts'
import type { ListDialog } from '../lists/list-menu.tsx'
import css from './templates.module.css'

/** One template: what it is called, how much is in it, and what can be done with it. */
export function TemplateItem({ list }: { list: List }) {
  const { t } = useLingui()
  const { id, name, color } = list
  const [dialog, setDialog] = useState<ListDialog>()
  const tasks = useView((view) => openTasksOfList(view, id).length)
  const sections = useView((view) => sectionsOfList(view, id).length)
  const much = [
    ...(sections > 0 ? [plural(sections, { one: '# section', other: '# sections' })] : []),
    plural(tasks, { one: '# task', other: '# tasks' }),
  ]
  return (
    <li className={css.item}>
      <Link to={taskLink({ view: 'list', id })} className={css.name ?? ''}>
        <ColorDot color={color} />
        <span dir="auto">{name}</span>
      </Link>
      <span className={css.much}>{much.join(' · ')}</span>
      <span className={css.buttons}>
        <Button small aria-label={t`New list from ${name}`} onClick={() => newFromTemplate.say({ id })}>
          {t`New list`}
        </Button>
        <MenuButton small label={t`Actions for template ${name}`} icon={<Ellipsis />}>
          {(at) => <ListMenu {...at} list={list} ask={setDialog} placement="bottom end" />}
        </MenuButton>
      </span>
      {dialog && <ListDialogs list={list} dialog={dialog} onClose={() => setDialog(undefined)} />}
    </li>
  )
}

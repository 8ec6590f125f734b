import { Menu, type MenuSection } from '@doable/ui/menu'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { CircleCheck, Columns3, List } from 'lucide-react'
import type { PageModel } from './model.ts'

/** List or board, and whether completed tasks are shown. */
export function ViewMenu({ model }: { model: PageModel }) {
  const { t } = useLingui()
  const { options, setOptions, boards, completable } = model
  const layouts: MenuSection = {
    items: [
      {
        id: 'list',
        label: t`List`,
        icon: <List />,
        checked: options.layout === 'list',
        run: () => setOptions({ layout: 'list' }),
      },
      {
        id: 'board',
        label: t`Board`,
        icon: <Columns3 />,
        checked: options.layout === 'board',
        run: () => setOptions({ layout: 'board' }),
      },
    ],
  }
  const completed: MenuSection = {
    items: [
      {
        id: 'completed',
        label: t`Show completed tasks`,
        icon: <CircleCheck />,
        checked: options.completed,
        run: () => setOptions({ completed: !options.completed }),
      },
    ],
  }
  const isBoard = boards && options.layout === 'board'
  return (
    <Menu
      small
      kind="quiet"
      label={t`View`}
      icon={isBoard ? <Columns3 /> : <List />}
      sections={[...(boards ? [layouts] : []), ...(completable ? [completed] : [])]}
      placement="bottom end"
    >
      <VisuallyHidden>{t`View`}: </VisuallyHidden>
      {isBoard ? t`Board` : t`List`}
    </Menu>
  )
}

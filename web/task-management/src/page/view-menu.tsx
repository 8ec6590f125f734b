import { Menu, type MenuSection } from '@doable/ui/menu'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { CalendarDays, CircleCheck, Columns3, List, Table2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { layoutOf } from './layout-in-force.ts'
import type { Layout } from './layouts.ts'
import type { PageModel } from './model.ts'

/** What the layouts are called, and their signs. */
function useLayoutWords(): Record<Layout, { name: string; icon: ReactElement }> {
  const { t } = useLingui()
  return {
    list: { name: t`List`, icon: <List /> },
    board: { name: t`Board`, icon: <Columns3 /> },
    calendar: { name: t`Calendar`, icon: <CalendarDays /> },
    table: { name: t`Table`, icon: <Table2 /> },
  }
}

/** Chooses the layout, and whether completed tasks are shown. */
export function ViewMenu({ model }: { model: PageModel }) {
  const { t } = useLingui()
  const words = useLayoutWords()
  const { options, setOptions, layouts = [], completable } = model
  const layout = layoutOf(model)
  const choices: MenuSection = {
    items: layouts.map((each) => ({
      id: each,
      label: words[each].name,
      icon: words[each].icon,
      checked: each === layout,
      run: () => setOptions({ layout: each }),
    })),
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
  return (
    <Menu
      small
      kind="quiet"
      label={t`View`}
      icon={words[layout].icon}
      sections={[...(layouts.length > 1 ? [choices] : []), ...(completable ? [completed] : [])]}
      placement="bottom end"
    >
      <VisuallyHidden>{t`View`}: </VisuallyHidden>
      {words[layout].name}
    </Menu>
  )
}

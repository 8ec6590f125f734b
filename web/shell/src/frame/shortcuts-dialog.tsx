import { Dialog } from '@doable/ui/dialog'
import { Kbd } from '@doable/ui/kbd'
import { type Shortcut, shortcuts } from '@doable/ui/shortcuts'
import { useLingui } from '@lingui/react/macro'
import css from './shortcuts-dialog.module.css'

/** What does the same stands on one line with all its keys. */
const lines = (list: Shortcut[]) =>
  Object.entries(Object.groupBy(list, (each) => each.description)).map(([description, same = []]) => ({
    description,
    keys: [...new Set(same.map((each) => each.keys))],
  }))

function Group({ name, list }: { name: string; list: Shortcut[] }) {
  return (
    <section className={css.group}>
      <h3>{name}</h3>
      <dl>
        {lines(list).map(({ description, keys }) => (
          <div key={description} className={css.line}>
            <dt>{description}</dt>
            <dd>
              {keys.map((each) => (
                <Kbd key={each} keys={each} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** All keys that work right now. */
export default function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { t } = useLingui()
  const groups = Object.entries(Object.groupBy(shortcuts(), (each) => each.group))
  return (
    <Dialog wide title={t`Keyboard shortcuts`} isOpen onClose={onClose}>
      <div className={css.groups}>
        {groups.map(([name, list = []]) => (
          <Group key={name} name={name} list={list} />
        ))}
      </div>
    </Dialog>
  )
}

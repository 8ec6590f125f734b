import { Dialog } from '@doable/ui/dialog'
import { Kbd } from '@doable/ui/kbd'
import { type Shortcut, shortcuts } from '@doable/ui/shortcuts'
import { useLingui } from '@lingui/react/macro'
import css from './shortcuts-dialog.module.css'

const grouped = (): [string, Shortcut[]][] => {
  const unique = new Map(
    shortcuts().map((shortcut) => [`${shortcut.group} ${shortcut.description}`, shortcut]),
  )
  const groups = Object.groupBy([...unique.values()], (shortcut) => shortcut.group)
  return Object.entries(groups) as [string, Shortcut[]][]
}

/** All keys that work right now. */
export default function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { t } = useLingui()
  return (
    <Dialog wide title={t`Keyboard shortcuts`} isOpen onClose={onClose}>
      <div className={css.groups}>
        {grouped().map(([group, list]) => (
          <section key={group} className={css.group}>
            <h3>{group}</h3>
            <dl>
              {list.map((shortcut) => (
                <div key={shortcut.keys} className={css.line}>
                  <dt>{shortcut.description}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

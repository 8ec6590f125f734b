import { Button } from '@doable/ui/button'
import { lazily } from '@doable/ui/lazily'
import { Popover } from '@doable/ui/popover'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { layoutOf } from './layout-in-force.ts'
import { useLayoutWords } from './layout-words.tsx'
import type { PageModel } from './model.ts'
import css from './page-header.module.css'

const load = async () => (await import('../view/view-panel.tsx')).ViewPanel
const ViewPanel = lazily(load)

/** Opens all that can be chosen about how the page is looked at; a dot says that something is otherwise than by itself. */
export function ViewButton({ model }: { model: PageModel }) {
  const { t } = useLingui()
  const words = useLayoutWords()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { icon, name } = words[layoutOf(model)]
  return (
    <>
      <Button
        small
        kind="quiet"
        ref={anchor}
        icon={icon}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        onPointerEnter={() => void load().catch(() => undefined)}
      >
        <VisuallyHidden>{t`View`}: </VisuallyHidden>
        {name}
        {model.options.changed && (
          <span className={css.changed}>
            <VisuallyHidden>, {t`changed`}</VisuallyHidden>
          </span>
        )}
      </Button>
      <Popover
        anchor={anchor}
        label={t`View`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        placement="bottom end"
      >
        <div className={css.room}>
          <ViewPanel model={model} />
        </div>
      </Popover>
    </>
  )
}

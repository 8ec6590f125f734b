import './words.ts'
import { templates } from '@doable/client/list-selectors'
import { useStore, useView } from '@doable/client/react'
import { taskLink } from '@doable/domain/task-link'
import { Button } from '@doable/ui/button'
import { EmptyState } from '@doable/ui/empty-state'
import { usePageTitle } from '@doable/ui/page-title'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { NamedDialog } from '../names/dialogs.ts'
import header from '../page/page-header.module.css'
import views from '../views/views.module.css'
import { TemplateItem } from './template-item.tsx'
import css from './templates.module.css'

/** The person's templates, each to be opened, or to have a list made from it. */
export function TemplatesPage() {
  const { t } = useLingui()
  const store = useStore()
  const navigate = useNavigate()
  const all = useView(templates)
  const [adding, setAdding] = useState(false)
  usePageTitle(t`Templates`)
  const add = (
    <Button small {...(all.length === 0 && { kind: 'primary' })} onClick={() => setAdding(true)}>
      {t`New template`}
    </Button>
  )
  return (
    <section className={views.page} aria-label={t`Templates`}>
      <header className={header.header}>
        <div className={header.measure}>
          <h1 className={header.title} tabIndex={-1}>{t`Templates`}</h1>
          <div className={header.actions}>{all.length > 0 && add}</div>
        </div>
      </header>
      <div className={views.scroller}>
        <div className={views.measure}>
          {all.length === 0 ? (
            <EmptyState action={add}>
              {t`A template is a list to make others from: what to pack, how a newcomer is welcomed. Save any list as a template from its menu, or make a new one. Its tasks show up nowhere else, and remind nobody.`}
            </EmptyState>
          ) : (
            <ul className={css.all}>
              {all.map((list) => (
                <TemplateItem key={list.id} list={list} />
              ))}
            </ul>
          )}
        </div>
      </div>
      {adding && (
        <NamedDialog
          title={t`New template`}
          action={t`Add template`}
          onClose={() => setAdding(false)}
          onSave={(named) =>
            void navigate(taskLink({ view: 'list', id: store.addList({ ...named, template: true }) }))
          }
        />
      )}
    </section>
  )
}

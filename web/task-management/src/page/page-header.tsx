import { layoutOf } from './layout-in-force.ts'
import type { PageModel } from './model.ts'
import css from './page-header.module.css'
import { ViewButton } from './view-button.tsx'

/** The title of a page with what can be chosen for it. */
export function PageHeader({ model }: { model: PageModel }) {
  return (
    <header className={css.header}>
      <div className={css.measure} data-wide={layoutOf(model) !== 'list' || undefined}>
        <h1 className={css.title} tabIndex={-1} dir="auto">
          {model.title}
        </h1>
        {model.aside && <span className={css.aside}>{model.aside}</span>}
        <div className={css.actions}>
          {(model.layouts || model.sortable || model.completable) && <ViewButton model={model} />}
          {model.actions}
        </div>
      </div>
    </header>
  )
}

import { layoutOf } from './layout-in-force.ts'
import type { PageModel } from './model.ts'
import css from './page-header.module.css'
import { SortMenu } from './sort-menu.tsx'
import { ViewMenu } from './view-menu.tsx'

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
          {model.sortable && <SortMenu model={model} />}
          {(model.layouts || model.completable) && <ViewMenu model={model} />}
          {model.actions}
        </div>
      </div>
    </header>
  )
}

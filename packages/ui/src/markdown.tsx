import { lazy, Suspense } from 'react'
import css from './markdown.module.css'

const Rendered = lazy(() => import('./markdown-rendered.tsx'))

/** Markdown as text with its meaning; shows the plain source for the moment its code takes to load. */
export const Markdown = ({ children }: { children: string }) => (
  <div className={css.markdown} dir="auto">
    <Suspense fallback={<p className={css.plain}>{children}</p>}>
      <Rendered source={children} />
    </Suspense>
  </div>
)

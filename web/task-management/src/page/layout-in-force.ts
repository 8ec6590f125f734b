import type { Layout } from './layouts.ts'
import type { PageModel } from './model.ts'

/** The layout a page is drawn in: the chosen one where it is offered, otherwise the list. */
export const layoutOf = ({ layouts = ['list'], options }: Pick<PageModel, 'layouts' | 'options'>): Layout =>
  layouts.includes(options.layout) ? options.layout : 'list'

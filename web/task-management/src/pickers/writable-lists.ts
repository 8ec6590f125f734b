import { activeLists } from '@doable/client/list-selectors'
import { isTemplate } from '@doable/client/list-states'
import { mayEdit } from '@doable/client/rights'
import type { View } from '@doable/client/view'
import type { List } from '@doable/contracts/list'

/**
 * The lists a person may put tasks into, the Inbox first, then in their order. Templates are none of them, but for the one that
 * is `here`.
 */
export function writableLists(view: View, here?: string): List[] {
  const template = view.lists.get(here ?? '')
  const also = isTemplate(template) && template ? [template] : []
  return [...activeLists(view), ...also].filter(mayEdit)
}

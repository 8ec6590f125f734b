import { activeLists } from '@doable/client/list-selectors'
import { mayEdit } from '@doable/client/rights'
import type { View } from '@doable/client/view'
import type { List } from '@doable/contracts/list'

/** The lists a person may put tasks into, the Inbox first, then in their order. */
export const writableLists = (view: View): List[] => activeLists(view).filter(mayEdit)

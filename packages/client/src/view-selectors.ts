import type { ViewSettings } from '@doable/contracts/view'
import type { View } from './view.ts'

const none: ViewSettings = {}

/** What the person has chosen for a page otherwise than it is by itself. The same object until that changes. */
export const settingsOf = ({ views }: View, id: string): ViewSettings => views.get(id)?.settings ?? none

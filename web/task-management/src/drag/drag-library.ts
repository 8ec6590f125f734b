import { extractInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item/extract-instruction'
import type { Carried } from './tasks-drag.ts'

export {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
export { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine'
export { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview'
export { attachInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item/attach-instruction'

/** Where a dragged task would come to lie: above this row, behind it, or as its subtask. */
export type Drop = 'before' | 'after' | 'below'
const drops = { 'reorder-before': 'before', 'reorder-after': 'after', combine: 'below' } as const

export const dropOf = (data: Carried): Drop | undefined => {
  const instruction = extractInstruction(data)
  return instruction && !instruction.blocked ? drops[instruction.operation] : undefined
}

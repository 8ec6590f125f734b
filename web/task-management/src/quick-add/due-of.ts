import type { QuickAddFields } from '@doable/domain/quick-add/fields'
import type { Defaults } from '../lines/group.ts'

/** When a line's task is due: as the line says, otherwise as the place where it is typed does. A day of its own leaves that place's time behind. */
export function dueOf(
  { dueOn, dueTime }: Pick<QuickAddFields, 'dueOn' | 'dueTime'>,
  defaults: Defaults,
): { dueOn: string | null; dueTime: string | null } {
  if (dueOn !== null) return { dueOn, dueTime }
  return { dueOn: defaults.dueOn ?? null, dueTime: dueTime ?? (defaults.dueOn && defaults.dueTime) ?? null }
}

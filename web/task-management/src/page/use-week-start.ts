import { usePerson } from '@doable/client/react'
import type { Weekday } from '@doable/domain/calendar'

/** The first day of the person's week: 1 is Monday, 7 is Sunday. */
export const useWeekStart = (): Weekday => usePerson()?.weekStart ?? 1

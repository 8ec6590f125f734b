import { usePerson } from '@doable/client/react'

/** The first day of the person's week: 1 is Monday, 7 is Sunday. */
export const useWeekStart = (): number => usePerson()?.weekStart ?? 1

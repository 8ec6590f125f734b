import { useNow, usePerson, useToday } from '@doable/client/react'
import type { Now } from '@doable/domain/calendar'
import { currentReader } from '@doable/ui/format'

/** The person's time zone. */
export const useZone = (): string => usePerson()?.timeZone ?? currentReader().timeZone

/** The person's day: stays the same object all day, so that what is worked out from it stays too. */
export const useDay = (): Now => useToday(useZone())

/** The person's day and time; turns every minute. */
export const useMinute = (): Now => useNow(useZone())

import { useLingui } from '@lingui/react/macro'

/** A length of time as it is read: "45 min", "1 h 30 min". */
export function useDurationWords(): (minutes: number) => string {
  const { t } = useLingui()
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return t`${rest} min`
    return rest === 0 ? t`${hours} h` : t`${hours} h ${rest} min`
  }
}

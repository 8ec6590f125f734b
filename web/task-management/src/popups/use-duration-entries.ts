import './words.ts'
import type { MenuEntry } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { useDurationWords } from '../names/use-duration-words.ts'

const usual = [5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 480]

/** The usual lengths as entries of a menu, along with the present one where it is another. */
export function useDurationEntries(now: number | null, set: (minutes: number | null) => void): MenuEntry[] {
  const { t } = useLingui()
  const words = useDurationWords()
  const lengths = now === null || usual.includes(now) ? usual : [...usual, now].sort((a, b) => a - b)
  const items = lengths.map((minutes) => ({
    id: String(minutes),
    label: words(minutes),
    checked: minutes === now,
    run: () => set(minutes),
  }))
  return [{ id: 'none', label: t`None`, checked: now === null, run: () => set(null) }, ...items]
}

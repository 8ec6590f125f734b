import { days, day as dayWords } from '@doable/ui/format'
import type { Cut } from './period.ts'

/** What is shown, in words: "November 2026", "23 – 29 Nov 2026". */
export function periodWords(shown: readonly string[], chosen: string, cut: Cut): string {
  if (cut.mode === 'month') return dayWords(chosen, { month: 'long', year: 'numeric' })
  const [first = chosen, last = chosen] = [shown[0], shown.at(-1)]
  return days(first, last, { day: 'numeric', month: 'short', year: 'numeric' })
}

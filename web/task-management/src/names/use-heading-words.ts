import { useView } from '@doable/client/react'
import type { Heading } from '../lines/group.ts'
import { useDay } from '../page/use-time.ts'
import { headingWords } from './heading-words.ts'

/** What a heading says, and for a day that has a name of its own the date beside it. */
export function useHeadingWords(heading: Heading | undefined): { words: string; aside?: string } {
  const today = useDay().day
  return useView(
    (view) => headingWords(heading, view, today),
    (a, b) => a.words === b.words && a.aside === b.aside,
  )
}

import { useEffect } from 'react'
import type { Defaults } from '../lines/group.ts'

let here: Defaults | undefined

/** What a task starts with on the page that is shown, if that page says so itself. */
export const startHere = (): Defaults | undefined => here

/** Says what a task starts with that is added while this page is shown, for quick add, which stands outside of all pages. */
export function useStartHere(start: Defaults | undefined): void {
  useEffect(() => {
    here = start
    return () => {
      here = undefined
    }
  }, [start])
}

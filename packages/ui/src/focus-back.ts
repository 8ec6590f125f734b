import { useMemo } from 'react'

/** Longer than a dialog takes to give the focus back by itself, in milliseconds. */
const soon = 100

/**
 * Remembers what had the focus when something was asked for, and gives it back if nothing else has it after that closed.
 * For dialogs whose own memory only holds the field that waited for them.
 */
export function useFocusBack() {
  return useMemo(() => {
    let opener: Element | null = null
    return {
      remember: () => {
        opener = document.activeElement
      },
      giveBack: () =>
        setTimeout(() => {
          if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
        }, soon),
    }
  }, [])
}

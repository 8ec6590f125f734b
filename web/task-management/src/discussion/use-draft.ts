import { useState } from 'react'

/**
 * What somebody has begun to say about a task: kept in this tab, through closing the panel and reloading, and gone with the
 * tab, so that it does not outlive whoever sits here.
 */
export function useDraft(personId: string, taskId: string): [string, (text: string) => void] {
  const key = `doable-draft-${personId}-${taskId}`
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '')
  const keep = (next: string) => {
    setText(next)
    try {
      if (next) sessionStorage.setItem(key, next)
      else sessionStorage.removeItem(key)
    } catch {
      // A full or forbidden storage keeps nothing; what is typed stands in the field all the same.
    }
  }
  return [text, keep]
}

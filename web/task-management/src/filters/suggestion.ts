import type { ReactNode } from 'react'

/** One thing that could be typed at the caret. */
export type Suggestion = {
  id: string
  /** What the list shows. */
  label: string
  /** Muted at the end: what kind of thing it is. */
  detail?: string
  icon?: ReactNode
}

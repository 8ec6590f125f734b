export type Toast = {
  text: string
  /** One button, such as Undo. */
  action?: { label: string; keys?: string; run(): void }
  /** Milliseconds on the screen; 6,000 unless said otherwise, 10,000 with an action. `Infinity` stays. */
  lasts?: number
}
export type ShownToast = Toast & { id: number; lasts: number }

let shown: readonly ShownToast[] = []
let nextId = 1
const listeners = new Set<() => void>()
const show = (toasts: readonly ShownToast[]) => {
  shown = toasts
  for (const listener of listeners) listener()
}

/** Tells the person something in the corner. At most three are shown; the oldest makes room. Answers a function that takes it away. */
export function toast(toast: Toast | string): () => void {
  const given = typeof toast === 'string' ? { text: toast } : toast
  const id = nextId++
  show([...shown.slice(-2), { lasts: given.action ? 10_000 : 6_000, ...given, id }])
  return () => dismiss(id)
}

export const dismiss = (id: number): void => show(shown.filter((toast) => toast.id !== id))

export const toasts = {
  all: () => shown,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

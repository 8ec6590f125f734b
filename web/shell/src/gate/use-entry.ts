import { useState } from 'react'
import { type Said, said } from './said.ts'

/** The state of a form that is sent once and either lets in or says why not. */
export function useEntry(send: () => Promise<unknown>) {
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Said>({ fields: {} })
  const submit = async (own: Record<string, string>) => {
    setAnswer({ fields: own })
    if (Object.keys(own).length) return focusFirstInvalid()
    setBusy(true)
    try {
      await send()
    } catch (error) {
      setAnswer(said(error))
      focusFirstInvalid()
    } finally {
      setBusy(false)
    }
  }
  return { busy, answer, submit }
}

/** After the words are on the screen, so that a reader says them with the field (WCAG 3.3.1). */
const focusFirstInvalid = () =>
  setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())

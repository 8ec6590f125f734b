import { FormMessage } from '@doable/ui/form-message'
import { usePageTitle } from '@doable/ui/page-title'
import type { ReactNode, SubmitEvent } from 'react'
import css from './gate.module.css'

/** One centred column: the name, the form, the other way in. */
export function EntryPage({
  title,
  message,
  onSubmit,
  children,
  otherWay,
}: {
  title: string
  message?: ReactNode
  onSubmit(): void
  children: ReactNode
  otherWay: ReactNode
}) {
  usePageTitle(title)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <main className={css.page}>
      <p className={css.name}>Doable</p>
      <form className={css.form} onSubmit={submit} noValidate>
        <h1>{title}</h1>
        {message && <FormMessage kind="error">{message}</FormMessage>}
        {children}
      </form>
      <p className={css.other}>{otherWay}</p>
    </main>
  )
}

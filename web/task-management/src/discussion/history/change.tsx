import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import css from './history.module.css'
import { textChange } from './text-change.ts'

/** A value as it was and as it is. */
export function Change({ from, to }: { from: string | undefined; to: string }) {
  const { t } = useLingui()
  return (
    <span>
      {from !== undefined && (
        <>
          <VisuallyHidden>{t`was`} </VisuallyHidden>
          <del dir="auto">{from}</del>
          <span aria-hidden="true"> → </span>
          <VisuallyHidden>, {t`is now`} </VisuallyHidden>
        </>
      )}
      <ins dir="auto">{to}</ins>
    </span>
  )
}

/** What of a text is another now. */
export function TextChanged({ from, to }: { from: string | undefined; to: string }) {
  const { t } = useLingui()
  if (from === undefined) return <Change from={undefined} to={textChange('', to).added} />
  const { before, removed, added, after } = textChange(from, to)
  return (
    <span className={css.text} dir="auto">
      {before}
      {removed && (
        <>
          <VisuallyHidden> {t`removed:`} </VisuallyHidden>
          <del>{removed}</del>
        </>
      )}
      {added && (
        <>
          <VisuallyHidden> {t`added:`} </VisuallyHidden>
          <ins>{added}</ins>
        </>
      )}
      {after}
    </span>
  )
}

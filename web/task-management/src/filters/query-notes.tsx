import './words.ts'
import type { QueryFault } from '@doable/domain/query/fault'
import { describeQueryFault } from '@doable/domain/query/fault-words'
import { currentReader } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import css from './query.module.css'

/** What is wrong with a query and where, and quietly which of its names mean nothing. Read out when it changes. */
export function QueryNotes({
  id,
  fault,
  unknown,
}: {
  id: string
  fault: QueryFault | undefined
  unknown: readonly string[]
}) {
  const { t } = useLingui()
  const place = (fault?.start ?? 0) + 1
  const words = fault && describeQueryFault(fault, currentReader().language)
  return (
    <div id={id} role="status" className={css.notes}>
      {words && <p className={css.fault}>{t`At character ${place}: ${words}`}</p>}
      {unknown.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

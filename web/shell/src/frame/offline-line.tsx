import { useOffline, useView } from '@doable/client/react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import css from './offline-line.module.css'

/** A quiet line at the top while the server is out of reach or the browser cannot keep data. */
export function OfflineLine() {
  const { t } = useLingui()
  const offline = useOffline()
  const pending = useView((view) => view.pending)
  const storage = useView((view) => view.storage)
  const words = !offline ? null : pending > 0 ? (
    <Trans>
      Offline. <Plural value={pending} one="# change will be sent." other="# changes will be sent." />
    </Trans>
  ) : (
    t`Offline. Everything you see is kept here.`
  )
  const unkept =
    storage === 'failed'
      ? t`This browser keeps nothing: changes that were not sent are lost on reload.`
      : null
  return (
    <div role="status" className={css.line} hidden={!words && !unkept}>
      {words} {unkept}
    </div>
  )
}

import { Trans } from '@lingui/react/macro'
import { useSyncExternalStore } from 'react'
import css from '../frame/offline-line.module.css'
import { newer } from './newer.ts'

export const useNewer = (): boolean => useSyncExternalStore(newer.subscribe, newer.get)

/** A quiet line at the top of a page that was opened before an upgrade. All that was entered stays. */
export function NewVersionLine() {
  const isNewer = useNewer()
  return (
    <div role="status" className={css.line} hidden={!isNewer}>
      {isNewer && (
        <Trans>
          There is a new version of Doable.{' '}
          <button type="button" className={css.act} onClick={() => location.reload()}>
            Reload
          </button>
        </Trans>
      )}
    </div>
  )
}

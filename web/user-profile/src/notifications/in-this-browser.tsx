import { showInWindow, windowNotices } from '@doable/client/window-notices'
import { Button } from '@doable/ui/button'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import css from './notifications.module.css'

/** News over the window of this browser while Doable is in the background. The browser is asked when the button is pressed. */
export function InThisBrowser() {
  const { t } = useLingui()
  const [state, setState] = useState(windowNotices)
  if (state === 'unable') return null
  const set = async (wanted: boolean) => setState(await showInWindow(wanted))
  const about = {
    unasked: t`Shows news while Doable is open in the background. Your browser will ask you.`,
    refused: t`Your browser does not let Doable show news. Allow notifications in its settings for this site.`,
    on: t`News is shown while Doable is open in the background.`,
    off: t`Nothing is shown outside of Doable's page.`,
  }
  return (
    <li className={css.way}>
      <span className={css.about}>
        <strong>{t`This browser`}</strong>
        <span className={css.note} role="status">
          {about[state]}
        </span>
      </span>
      {state === 'on' && <Button small onClick={() => set(false)}>{t`Turn off`}</Button>}
      {(state === 'off' || state === 'unasked') && (
        <Button small onClick={() => set(true)}>{t`Turn on`}</Button>
      )}
    </li>
  )
}

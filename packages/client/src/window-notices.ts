const key = 'doable-window-notices'

/**
 * Whether this browser shows news over its window while Doable is in the background: `unable` where it cannot, `unasked`
 * until the person is asked, `refused` where they said no to the browser, else what was chosen on this device.
 */
export type WindowNotices = 'unable' | 'unasked' | 'refused' | 'on' | 'off'

export function windowNotices(): WindowNotices {
  if (!('Notification' in globalThis)) return 'unable'
  if (Notification.permission === 'denied') return 'refused'
  if (Notification.permission === 'default') return 'unasked'
  return localStorage.getItem(key) === 'off' ? 'off' : 'on'
}

/** Asks the person where they have not been asked; to be called when they press a button and at no other time. */
export async function showInWindow(wanted: boolean): Promise<WindowNotices> {
  localStorage.setItem(key, wanted ? 'on' : 'off')
  if (wanted && windowNotices() === 'unasked') await Notification.requestPermission()
  return windowNotices()
}

import { useState } from 'react'

const key = 'doable-panel'
export const narrowest = 320
export const widest = 720

const clamp = (width: number) => Math.round(Math.min(Math.max(width, narrowest), widest))

/** How wide the panel is in pixels, remembered on this device. */
export function usePanelWidth(): [number, (width: number) => void] {
  const [width, setWidth] = useState(() => clamp(Number(localStorage.getItem(key)) || 400))
  const set = (wanted: number) => {
    const next = clamp(wanted)
    localStorage.setItem(key, String(next))
    setWidth(next)
  }
  return [width, set]
}

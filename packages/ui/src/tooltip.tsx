import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { Kbd } from './kbd.tsx'
import css from './tooltip.module.css'

/** Gives any element a tooltip: `<button {...hint('Due date', 'd')} aria-label="Due date">`. */
export const hint = (text: string, keys?: string) => ({ 'data-hint': text, 'data-hint-keys': keys })

type Shown = { text: string; keys: string | undefined; at: DOMRect }

const hinted = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null

const shown = (element: HTMLElement): Shown => ({
  text: element.dataset.hint ?? '',
  keys: element.dataset.hintKeys,
  at: element.getBoundingClientRect(),
})

/** Follows pointer and keyboard focus over the page; answers what to show. */
function useHint(): Shown | undefined {
  const [hint, setHint] = useState<Shown>()
  const timer = useRef(0)
  useEffect(() => {
    const show = (element: HTMLElement | null, after: number) => {
      clearTimeout(timer.current)
      if (!element || element.getAttribute('aria-expanded') === 'true') return setHint(undefined)
      timer.current = window.setTimeout(() => element.isConnected && setHint(shown(element)), after)
    }
    const over = (event: PointerEvent) => event.pointerType === 'mouse' && show(hinted(event.target), 500)
    const focus = (event: FocusEvent) => {
      const element = hinted(event.target)
      show(element?.matches(':focus-visible') ? element : null, 300)
    }
    const hide = () => show(null, 0)
    const listeners = { pointerover: over, focusin: focus, pointerdown: hide, keydown: hide, focusout: hide }
    for (const [name, fn] of Object.entries(listeners)) addEventListener(name, fn as EventListener)
    addEventListener('scroll', hide, true)
    return () => {
      clearTimeout(timer.current)
      for (const [name, fn] of Object.entries(listeners)) removeEventListener(name, fn as EventListener)
      removeEventListener('scroll', hide, true)
    }
  }, [])
  return hint
}

/** Below its element; above at the bottom of the window; beside where a narrow bar of icons stands at an edge. */
function styleFor(at: DOMRect): CSSProperties {
  if (at.right < 60) return { left: at.right + 6, top: at.top + at.height / 2, translate: '0 -50%' }
  if (at.left > innerWidth - 60 && document.dir === 'rtl')
    return { right: innerWidth - at.left + 6, top: at.top + at.height / 2, translate: '0 -50%' }
  const left = Math.min(Math.max(at.left + at.width / 2, 60), innerWidth - 60)
  return at.bottom + 48 > innerHeight
    ? { left, bottom: innerHeight - at.top + 6 }
    : { left, top: at.bottom + 6 }
}

/** The one tooltip of the page, drawn by `UiProvider`. It repeats the accessible name, so it is hidden from readers. */
export function Tooltip() {
  const hint = useHint()
  if (!hint?.text) return null
  const style = styleFor(hint.at)
  return (
    <div className={css.tooltip} style={style} aria-hidden="true">
      {hint.text} {hint.keys && <Kbd keys={hint.keys} />}
    </div>
  )
}

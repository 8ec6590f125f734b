import { ago, instant } from '@doable/ui/format'
import { hint } from '@doable/ui/tooltip'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useMinute } from '../page/use-time.ts'
import css from './discussion.module.css'

/** How long ago it was; the exact moment on pointing at it or coming to it by keyboard. */
export function Moment({ at }: { at: string }) {
  useMinute()
  const exact = instant(at)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what pointing shows has to be had by keyboard too
    <time className={css.moment} dateTime={at} tabIndex={0} {...hint(exact)}>
      {ago(at)}
      <VisuallyHidden>, {exact}</VisuallyHidden>
    </time>
  )
}

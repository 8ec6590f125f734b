import { Fragment, type ReactNode, type Ref, type RefObject } from 'react'
import { type CustomItemComponentProps, Virtualizer, type VirtualizerHandle } from 'virtua'

export type VirtualListHandle = VirtualizerHandle

/** A row that is not measured yet is see-through: were it hidden, it would lose the focus and with it what is being typed. */
const Row = ({ style: { visibility, ...style }, children, ref }: CustomItemComponentProps) => (
  <div ref={ref} style={visibility === 'hidden' ? { ...style, opacity: 0 } : style}>
    {children}
  </div>
)

/**
 * Draws only the rows in sight, of any height. Rows set their own `aria-setsize` and `aria-posinset`.
 * `scroller` is the element that scrolls; without it the parent does. `keep` names rows to keep drawn (the focused one).
 */
export function VirtualList<T>({
  items,
  children,
  keyOf,
  scroller,
  startMargin,
  itemSize = 40,
  keep,
  horizontal,
  ref,
}: {
  items: readonly T[]
  children(item: T, index: number): ReactNode
  /** Tells the rows apart, so that each keeps its focus and state when others come and go. */
  keyOf(item: T): string
  scroller?: RefObject<HTMLElement | null>
  /** Pixels between the scroller's start and the first row. */
  startMargin?: number
  /** A guess of a row's height before it is measured. */
  itemSize?: number
  keep?: readonly number[]
  /** Side by side: what is said of heights is said of widths. */
  horizontal?: boolean
  ref?: Ref<VirtualListHandle>
}) {
  return (
    <Virtualizer
      data={items}
      item={Row}
      itemSize={itemSize}
      {...(ref && { ref })}
      {...(scroller && { scrollRef: scroller })}
      {...(startMargin !== undefined && { startMargin })}
      {...(keep && { keepMounted: keep })}
      {...(horizontal && { horizontal })}
    >
      {(item: T, index: number) => <Fragment key={keyOf(item)}>{children(item, index)}</Fragment>}
    </Virtualizer>
  )
}

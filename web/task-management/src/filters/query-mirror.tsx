import type { QueryFault } from '@doable/domain/query/fault'
import type { Mark } from '@doable/domain/query/mark'
import type { Ref } from 'react'
import css from './query.module.css'

/** Cuts the text at every place where its look changes. */
function stretches(text: string, marks: readonly Mark[], fault: QueryFault | undefined) {
  const edges = [0, text.length, ...marks.flatMap(({ start, end }) => [start, end])]
  if (fault) edges.push(fault.start, fault.end)
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, at) => {
    const kind = marks.find((mark) => mark.start <= start && start < mark.end)?.kind
    const wrong = fault !== undefined && fault.start <= start && start < fault.end
    return { start, text: text.slice(start, cuts[at + 1]), kind, wrong }
  })
}

/** A query's text with each part tinted by what it is, and what is wrong with it underlined. */
export function QueryText({
  text,
  marks,
  fault,
}: {
  text: string
  marks: readonly Mark[]
  fault?: QueryFault | undefined
}) {
  return stretches(text, marks, fault).map((each) => (
    <span key={each.start} className={css.piece} data-kind={each.kind} data-wrong={each.wrong || undefined}>
      {each.text}
    </span>
  ))
}

type MirrorProps = Parameters<typeof QueryText>[0] & { ref: Ref<HTMLDivElement> }

/** The line once more behind the field, whose own letters are invisible. */
export const QueryMirror = ({ ref, ...props }: MirrorProps) => (
  <div className={css.mirror} aria-hidden="true" ref={ref}>
    <QueryText {...props} />
  </div>
)

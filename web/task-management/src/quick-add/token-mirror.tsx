import type { Token } from '@doable/domain/quick-add/token'
import type { Ref } from 'react'
import css from './quick-add.module.css'

/** The line once more behind the field, whose own letters are invisible, with what was understood tinted. */
export function TokenMirror({
  text,
  tokens,
  ref,
}: {
  text: string
  tokens: readonly Token[]
  ref: Ref<HTMLDivElement>
}) {
  const pieces = tokens.map((token, index) => ({
    before: text.slice(tokens[index - 1]?.end ?? 0, token.start),
    token,
  }))
  return (
    <div className={css.mirror} aria-hidden="true" dir="auto" ref={ref}>
      {pieces.map(({ before, token }) => (
        <span key={token.start}>
          {before}
          <mark className={css.token} data-kind={token.kind}>
            {text.slice(token.start, token.end)}
          </mark>
        </span>
      ))}
      {text.slice(tokens.at(-1)?.end ?? 0)}
    </div>
  )
}

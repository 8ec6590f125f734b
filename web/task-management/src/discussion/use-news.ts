import type { Comment } from '@doable/contracts/comment'
import { plainMentions } from '@doable/domain/mention'
import { announce } from '@doable/ui/announce'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { Who } from './use-people.ts'

/** Letters of a comment that are said; the rest is there to be read. */
const most = 200

/** Says what others say while one looks. */
export function useNews(comments: readonly Comment[], whoIs: (id: string) => Who): void {
  const { t } = useLingui()
  const known = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    const before = known.current
    known.current = new Set(comments.map(({ id }) => id))
    if (!before) return
    for (const { id, authorId, text } of comments) {
      const { name, isMe } = whoIs(authorId)
      if (!before.has(id) && !isMe) announce(t`${name} says: ${plainMentions(text).slice(0, most)}`)
    }
  })
}

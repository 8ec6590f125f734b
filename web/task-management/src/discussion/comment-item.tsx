import { useStore } from '@doable/client/react'
import type { Comment } from '@doable/contracts/comment'
import { plainMentions, replaceMentions } from '@doable/domain/mention'
import { Avatar } from '@doable/ui/avatar'
import { Button } from '@doable/ui/button'
import { Markdown } from '@doable/ui/markdown'
import { Menu } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { undoable } from '../acts/undoable.ts'
import css from './discussion.module.css'
import { Moment } from './moment.tsx'
import type { usePeople } from './use-people.ts'
import { Writing } from './writing.tsx'

type People = ReturnType<typeof usePeople>

/** Names as they are now, in bold; whatever they hold is no Markdown. */
const shownText = (text: string, { members }: People) =>
  replaceMentions(text, ({ id, name }) => {
    const now = members.find((member) => member.id === id)?.name || name
    return `**@${now.replace(/[^\p{L}\p{N}\s]/gu, '\\$&')}**`
  })

function Rewriting({ comment, people, onDone }: { comment: Comment; people: People; onDone(): void }) {
  const { t } = useLingui()
  const store = useStore()
  const [text, setText] = useState(() => plainMentions(comment.text))
  const save = (written: string) => {
    store.updateComment(comment.id, written)
    onDone()
  }
  return (
    <Writing
      autoFocus
      label={t`Edit comment`}
      text={text}
      onText={setText}
      people={people}
      send={t`Save`}
      onSend={save}
      onCancel={onDone}
    >
      <Button small kind="quiet" onClick={onDone}>{t`Cancel`}</Button>
    </Writing>
  )
}

function CommentMenu({
  comment,
  onEdit,
  mayDelete,
}: {
  comment: Comment
  onEdit: (() => void) | undefined
  mayDelete: boolean
}) {
  const { t } = useLingui()
  const store = useStore()
  const remove = () => {
    const composer = document.querySelector<HTMLElement>('[data-composer] textarea')
    undoable(store, () => store.trashComment(comment.id), t`Comment deleted`)
    setTimeout(() => document.activeElement === document.body && composer?.focus(), 50)
  }
  const edit = { id: 'edit', label: t`Edit`, icon: <Pencil />, run: onEdit ?? remove }
  const trash = { id: 'trash', label: t`Delete`, icon: <Trash2 />, danger: true, run: remove }
  const items = [...(onEdit ? [edit] : []), ...(mayDelete ? [trash] : [])]
  if (items.length === 0) return null
  return (
    <Menu
      small
      label={t`Comment actions`}
      icon={<Ellipsis />}
      sections={[{ items }]}
      placement="bottom end"
      className={css.menu}
    />
  )
}

/** One comment: who, when and what; its author may write it anew. */
export function CommentItem({
  comment,
  people,
  mayWrite,
  mayDelete,
}: {
  comment: Comment
  people: People
  mayWrite: boolean
  mayDelete: boolean
}) {
  const { t } = useLingui()
  const item = useRef<HTMLLIElement>(null)
  const [writing, setWriting] = useState(false)
  const { name, picture } = people.whoIs(comment.authorId)
  const done = () => {
    setWriting(false)
    setTimeout(() => item.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus())
  }
  return (
    <li ref={item} className={css.comment}>
      <Avatar name={name} picture={picture} size={28} />
      <div className={css.said}>
        <p className={css.head}>
          <strong dir="auto">{name}</strong>
          <Moment at={comment.createdAt} />
          {comment.editedAt && <span className={css.moment}>{t`edited`}</span>}
        </p>
        {writing ? (
          <Rewriting comment={comment} people={people} onDone={done} />
        ) : (
          <div className={css.text}>
            <Markdown>{shownText(comment.text, people)}</Markdown>
          </div>
        )}
      </div>
      {!writing && (
        <CommentMenu
          comment={comment}
          onEdit={mayWrite ? () => setWriting(true) : undefined}
          mayDelete={mayDelete}
        />
      )}
    </li>
  )
}

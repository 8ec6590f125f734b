import { useStore } from '@doable/client/react'
import { fold } from '@doable/domain/fold'
import { mentionBefore } from '@doable/domain/mention'
import { announce } from '@doable/ui/announce'
import { plural } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import type { Member } from './use-people.ts'

const most = 6
const nobody: Member[] = []

/** Names that fit: those that begin so first, then those in which another name does. */
function fitting(members: readonly Member[], typed: string): Member[] {
  const words = fold(typed)
  const begins = (name: string) => fold(name).startsWith(words)
  const within = (name: string) =>
    fold(name)
      .split(/\s+/)
      .some((word) => word.startsWith(words))
  const fits = members.filter(({ name }) => name !== '' && (begins(name) || within(name)))
  return fits.sort((a, b) => Number(begins(b.name)) - Number(begins(a.name))).slice(0, most)
}

/** Members to choose from while one is being mentioned at the caret. */
export function useMentions(text: string, members: readonly Member[]) {
  const { personId } = useStore()
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [closedFor, setClosedFor] = useState<number>()
  const [picked, setPicked] = useState<Member[]>([])
  const wanted = mentionBefore(text, caret)
  const others = members.filter(({ id }) => id !== personId)
  const isOpen = wanted !== undefined && closedFor !== wanted.from
  const shown = isOpen ? fitting(others, wanted.typed) : nobody
  const active = Math.min(at, Math.max(0, shown.length - 1))
  const count = shown.length
  useEffect(() => {
    if (count > 0) announce(plural(count, { one: '# person to mention', other: '# people to mention' }))
  }, [count])
  return {
    shown,
    active,
    /** Whom the writer chose, which tells people of the same name apart. */
    picked,
    follow(position: number) {
      setCaret(position)
      if (!mentionBefore(text, position)) setClosedFor(undefined)
      setAt(0)
    },
    step: (by: number) => setAt((active + by + count) % count),
    point: setAt,
    close: () => wanted && setClosedFor(wanted.from),
    /** The text with the name filled in, and where the caret belongs. */
    choose(index = active): { text: string; caret: number } | undefined {
      const person = shown[index]
      if (!person || !wanted) return undefined
      setPicked((all) => [person, ...all.filter(({ id }) => id !== person.id)])
      setClosedFor(wanted.from)
      const filled = `${text.slice(0, wanted.from)}@${person.name} `
      return { text: filled + text.slice(caret).replace(/^ /, ''), caret: filled.length }
    },
  }
}

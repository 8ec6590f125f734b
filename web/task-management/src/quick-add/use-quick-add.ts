import type { Weekday } from '@doable/domain/calendar'
import { parseQuickAdd } from '@doable/domain/quick-add'
import { useLingui } from '@lingui/react/macro'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Defaults } from '../lines/group.ts'
import { useMinute } from '../page/use-time.ts'
import { useWeekStart } from '../page/use-week-start.ts'
import { moveIgnored } from './ignored.ts'
import { useNames } from './use-names.ts'

/** A line of quick add while it is typed: its text, what was understood of it, and what was turned back to text. */
export function useQuickAdd(defaults: Defaults, initial = '') {
  const [line, setLine] = useState({ text: initial, ignored: new Set<number>() as ReadonlySet<number> })
  const [listName, setListName] = useState<string | null>(null)
  const now = useMinute()
  const weekStart = useWeekStart() as Weekday
  const { i18n } = useLingui()
  const language = i18n.locale === 'de' ? 'de' : 'en'
  const names = useNames(useDeferredValue(listName), defaults.listId)
  const [lists, labels] = [names.lists.join('\n'), names.labels.join('\n')]
  const parsed = useMemo(
    () =>
      parseQuickAdd(line.text, {
        now,
        weekStart,
        language,
        lists: lists.split('\n').map((name) => ({ id: name, name, sections: [], members: [] })),
        labels: labels.split('\n').filter(Boolean),
        ignored: line.ignored,
      }),
    [line, now, weekStart, language, lists, labels],
  )
  if (parsed.fields.listName !== listName) setListName(parsed.fields.listName)
  return {
    text: line.text,
    parsed,
    names,
    setText: (text: string) =>
      setLine((before) => ({ text, ignored: moveIgnored(before.ignored, before.text, text) })),
    /** Turns the token that begins there back to text. */
    ignore: (start: number) =>
      setLine(({ text, ignored }) => ({ text, ignored: new Set([...ignored, start]) })),
    clear: () => setLine({ text: '', ignored: new Set() }),
  }
}
export type QuickAddState = ReturnType<typeof useQuickAdd>

import { usePerson, useStore } from '@doable/client/react'
import { parseQuickAdd, type QuickAddOptions } from '@doable/domain/quick-add'
import { useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import type { Defaults } from '../lines/group.ts'
import { useMinute } from '../page/use-time.ts'
import { useWeekStart } from '../page/use-week-start.ts'
import { moveIgnored } from './ignored.ts'
import { useLabelNames, usePlaces } from './use-places.ts'

/** What lines are read with here and now. */
function useOptions(here: Defaults) {
  const { personId } = useStore()
  const name = usePerson()?.name ?? ''
  const [now, weekStart, lists, labels] = [
    useMinute(),
    useWeekStart(),
    usePlaces(here.listId),
    useLabelNames(),
  ]
  const { i18n } = useLingui()
  const language = i18n.locale === 'de' ? 'de' : 'en'
  return useMemo(
    () =>
      ({
        now,
        weekStart,
        language,
        lists,
        labels,
        here,
        me: { id: personId, name },
      }) satisfies QuickAddOptions,
    [now, weekStart, language, lists, labels, here, personId, name],
  )
}
export type Options = ReturnType<typeof useOptions>

const nothing: ReadonlySet<number> = new Set()

/** A line of quick add while it is typed: its text, what was understood of it, and what was turned back to text. */
export function useQuickAdd(defaults: Defaults, initial = '') {
  const [line, setLine] = useState({ text: initial, ignored: nothing })
  const options = useOptions(defaults)
  const parsed = useMemo(
    () => parseQuickAdd(line.text, { ...options, ignored: line.ignored }),
    [line, options],
  )
  return {
    text: line.text,
    parsed,
    options,
    setText: (text: string) =>
      setLine((before) => ({ text, ignored: moveIgnored(before.ignored, before.text, text) })),
    /** Turns the tokens that begin there back to text. */
    ignore: (...starts: number[]) =>
      setLine(({ text, ignored }) => ({ text, ignored: new Set([...ignored, ...starts]) })),
    clear: () => setLine({ text: '', ignored: nothing }),
  }
}
export type QuickAddState = ReturnType<typeof useQuickAdd>

import { describeDay } from '@doable/domain/describe-day'
import type { QuickAdd } from '@doable/domain/quick-add'
import type { Kind, Person } from '@doable/domain/quick-add/token'
import { currentReader, time } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { useDurationWords } from '../names/use-duration-words.ts'
import { useDay } from '../page/use-time.ts'
import { reminderWords } from '../reminders/reminder-words.ts'
import { repeatWords } from '../repeat/repeat-words.ts'
import { usePlaceWords } from './use-place-words.ts'
import type { Options } from './use-quick-add.ts'

/** One thing that will be made of a line, in words, and where the tokens begin that say it; none where the page does. */
export type Part = { words: string; starts: number[] }
type Said = [words: string | number | null | undefined, starts: number[]]

const startsOf = ({ tokens }: QuickAdd, ...kinds: Kind[]) =>
  tokens.filter(({ kind }) => kinds.includes(kind)).map(({ start }) => start)

/** Labels in words, new ones named as new; those of the page last. */
function useLabelParts({ labels: known, here }: Options) {
  const { t } = useLingui()
  const has = (names: readonly string[], name: string) =>
    names.some((each) => each.toLowerCase() === name.toLowerCase())
  return ({ tokens, fields }: QuickAdd): Said[] => {
    const own = (here.labels ?? []).filter((name) => !has(fields.labels, name))
    return [...fields.labels, ...own].map((name) => [
      has(known, name) ? `@${name}` : t`new label @${name}`,
      tokens
        .filter(({ kind, value }) => kind === 'label' && value.toLowerCase() === name.toLowerCase())
        .map(({ start }) => start),
    ])
  }
}

/** Whom the page assigns what is added there. */
const personHere = ({ lists, here, me }: Options): Person | undefined =>
  here.assigneeId === me.id
    ? me
    : lists.flatMap(({ members }) => members).find(({ id }) => id === here.assigneeId)

/** What will be made of a line, part by part: "Tomorrow 17:00", "in Work / Backlog", "@errand". */
export function useParts(options: Options): (parsed: QuickAdd) => Part[] {
  const { t } = useLingui()
  const today = useDay()
  const [duration, place, labels] = [useDurationWords(), usePlaceWords(options), useLabelParts(options)]
  const dayWords = (day: string) => describeDay(day, today.day, currentReader().language)
  const forWhom = ({ id, name }: Person) => (id === options.me.id ? t`for me` : t`for ${name}`)
  return (parsed) => {
    const { dueOn, dueTime, deadlineOn, durationMinutes, reminders } = parsed.fields
    const priority = parsed.fields.priority ?? options.here.priority
    const assignee = parsed.fields.assignee ?? personHere(options)
    const due = dueOn && [dayWords(dueOn), dueTime && time(dueTime)].filter(Boolean).join(' ')
    const told = reminders.map((reminder) => reminderWords(reminder, today)).join(', ')
    const said: Said[] = [
      [due, startsOf(parsed, 'date', 'time')],
      [repeatWords(parsed.fields), startsOf(parsed, 'recurrence')],
      [deadlineOn && t`deadline ${dayWords(deadlineOn)}`, startsOf(parsed, 'deadline')],
      [durationMinutes && duration(durationMinutes), startsOf(parsed, 'duration')],
      [told && t`reminder ${told}`, startsOf(parsed, 'reminder')],
      [place(parsed.fields), startsOf(parsed, 'list', 'section')],
      [assignee && forWhom(assignee), startsOf(parsed, 'assignee')],
      ...labels(parsed),
      [priority && t`priority ${priority}`, startsOf(parsed, 'priority')],
    ]
    return said.flatMap(([words, starts]) => (words ? [{ words: String(words), starts }] : []))
  }
}

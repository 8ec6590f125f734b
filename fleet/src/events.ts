import type { DeadLetter, DeadLetters } from '@doable/service-kit/dead-letter'
import { withLetters } from './letters.ts'
import type { Plan } from './plan.ts'
import { Sorry } from './sorry.ts'
import { table } from './table.ts'

/**
 * `events dead`, `events replay ID` and `events discard ID`, for a fleet or for one process. Answers what to say.
 * @throws Sorry, BadSetting, RedisUnreachable
 */
export async function events(plan: Plan, words: string[]): Promise<string[]> {
  const [verb = '', id, ...more] = words
  const known = verb === 'dead' ? !id : /^(replay|discard)$/.test(verb) && id && !more.length
  if (!known)
    throw new Sorry('Say events dead, events replay ID, or events discard ID; all stands for every ID.')
  return withLetters(plan, async (letters) => {
    const all = await letters.list()
    return id ? change(letters, verb as 'replay' | 'discard', chosen(all, id)) : shown(all)
  })
}

function shown(all: DeadLetter[]): string[] {
  if (!all.length) return ['Nothing was put aside.']
  const head = ['EVENT', 'SERVICE', 'TYPE', 'PUT ASIDE', 'TRIES', 'REASON']
  return table(
    head,
    all.map(({ eventId, group, type, at, tries, reason }) => [
      eventId,
      group,
      type,
      at,
      tries,
      reason.replaceAll(/\s+/g, ' '),
    ]),
  )
}

function chosen(all: DeadLetter[], id: string): DeadLetter[] {
  const some = id === 'all' ? all : all.filter(({ eventId }) => eventId === id)
  if (some.length || id === 'all') return some
  throw new Sorry(`No event ${id} was put aside; events dead shows those that were.`)
}

async function change(letters: DeadLetters, verb: 'replay' | 'discard', some: DeadLetter[]) {
  const said = { replay: 'is handed out once more to', discard: 'is forgotten for' }
  const lines: string[] = []
  for (const { group, eventId } of some) {
    const done = await letters[verb](group, eventId)
    lines.push(done ? `${eventId} ${said[verb]} ${group}.` : `${eventId} of ${group} is there no more.`)
  }
  return lines.length ? lines : ['Nothing was put aside.']
}

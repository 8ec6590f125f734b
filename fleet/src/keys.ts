import { listKeys, rotateKeys } from '@doable/service-kit/key-rotation'
import type { Plan } from './plan.ts'
import { Sorry } from './sorry.ts'
import { table } from './table.ts'

const dayMs = 86_400_000

/** `keys list` and `keys rotate`, on the file that SESSION_KEYS names. Answers what to say. @throws Sorry, BadSetting */
export async function keys({ sessionKeys, sessionMaxDays }: Plan, words: string[]): Promise<string[]> {
  const [verb] = words
  if (words.length === 1 && verb === 'list') {
    const all = await listKeys(sessionKeys)
    const head = ['KEY', 'USE', 'MADE', 'RETIRED']
    return table(
      head,
      all.map((key) => [key.id, key.signs ? 'signs' : 'verifies', key.createdAt, key.retiredAt]),
    )
  }
  if (words.length === 1 && verb === 'rotate') {
    const { made, retired, dropped } = await rotateKeys(sessionKeys, { keepFor: sessionMaxDays * dayMs })
    return [
      `${made} signs from now on; running processes take it up by themselves.`,
      `${retired} is kept to verify the sessions it signed.`,
      ...dropped.map((id) => `${id} was dropped: no session that it signed is left.`),
    ]
  }
  throw new Sorry('Say keys list, or keys rotate.')
}

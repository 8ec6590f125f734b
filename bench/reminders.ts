import { chaos } from '../tests/crash/chaos.ts'
import { lateness } from './lateness.ts'
import type { Figure } from './measure.ts'

const size = { people: 20, tasks: 100, apartMinutes: 5 }
const pace = { speed: 20, killEveryMs: 4_000, mostKills: 30, limitSeconds: 900 }

/** Whether every reminder arrives once, whatever is killed and fails meanwhile; and how late each is when nothing does. */
export async function reminders(): Promise<Figure[]> {
  const late = await lateness()
  const ran = await chaos({ ...size, ...pace })
  const what = `${ran.reminders} reminders, ${ran.external} messages`
  const figure = (name: string, value: number, unit: string, goal?: string): Figure => ({
    name: `${what}: ${name}`,
    value,
    unit,
    ...(goal && { goal }),
  })
  return [
    ...late,
    figure('still waiting when it ended', ran.waiting, '', '0'),
    figure('lost', ran.lost, '', '0'),
    figure('doubled by key', ran.doubled, '', '0'),
    figure('kills of a worker', ran.kills, ''),
    figure('cuts of the database', ran.cuts, ''),
    figure('tries that providers failed', (ran.failed / ran.tries) * 100, '%'),
    figure('taken again under the same id', ran.repeats, ''),
    figure(`time, on clocks ${pace.speed} times as fast`, ran.seconds, 's', '300'),
  ]
}

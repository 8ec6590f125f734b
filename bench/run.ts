import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { browser } from './browser.ts'
import { clientStore } from './client-store.ts'
import { fleet } from './fleet.ts'
import { jobs } from './jobs.ts'
import { live } from './live.ts'
import type { Figure } from './measure.ts'
import { quickAdd } from './quick-add.ts'
import { reminders } from './reminders.ts'
import { server } from './server.ts'
import { slowBrowser } from './slow-browser.ts'
import { start } from './start.ts'
import { views } from './views.ts'

const parts: Record<string, () => Promise<Figure[]>> = {
  start,
  server,
  jobs,
  reminders,
  live,
  store: clientStore,
  words: quickAdd,
  browser,
  slow: slowBrowser,
  views,
  fleet,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length) {
  console.error(
    `There is no benchmark called ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`,
  )
  process.exit(1)
}

const round = (value: number) =>
  value < 1 ? value.toPrecision(2) : value < 10 ? value.toFixed(1) : Math.round(value).toString()
const goalOf = ({ goal, ratioGoal, unit }: Figure) =>
  ratioGoal ? `× ${ratioGoal}` : goal ? `${goal} ${unit}` : ''
const line = ({ name, value, unit, floor, ...figure }: Figure) =>
  `| ${name} | ${round(value)} ${unit} | ${floor ? `${round(floor)} ${unit}` : ''} | ${floor ? `${(value / floor).toPrecision(2)}` : ''} | ${goalOf({ name, value, unit, ...figure })} |`

const figures: Figure[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length && !wanted.includes(name)) continue
  console.log(`Measuring ${name} ...`)
  figures.push(...(await measure()))
}
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
const table = [
  '| what | measured | floor | ratio | goal |',
  '| --- | --- | --- | --- | --- |',
  ...figures.map(line),
].join('\n')
console.log(`\n${machine}\n\n${table}`)
if (!wanted.length)
  await writeFile(
    new URL('results.md', import.meta.url),
    `# Results\n\nThe last recorded run of \`npm run bench\`, on ${machine}.\nThe floor is the least that the same machine needed in the same run; compare ratios, not milliseconds.\n\n${table}\n`,
  )

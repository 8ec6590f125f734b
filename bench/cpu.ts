import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { median } from './measure.ts'

export type Asked = { method?: string; path: string; body?: unknown }
/** A program that answers: where, as whom, and which process it is. */
export type Answerer = { url: string; pid: number; headers?: Record<string, string> }

const rounds = 5
/** Code gets fast by running: so many rounds go before those that count. */
const warmRounds = 3
/** What goes on after the last answer, such as telling others of a change, belongs to the requests as well. */
const aftermathMs = 300

/**
 * Milliseconds of CPU for one request, of all threads of the process that answers, on one connection that is kept. Two
 * programs take turns, so that what else the machine does meets both; of each the median round counts.
 * @param ask what to ask, which may differ each time
 */
export async function inTurns(
  many: number,
  ...pairs: { at: Answerer; ask: () => Asked }[]
): Promise<number[]> {
  const costs = pairs.map((): number[] => [])
  for (let round = -warmRounds; round < rounds; round++)
    for (const [index, { at, ask }] of pairs.entries()) {
      const cost = await costOf(at, ask, many)
      if (round >= 0) costs[index]?.push(cost)
    }
  return costs.map(median)
}

async function costOf(at: Answerer, ask: () => Asked, many: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const before = busy(at.pid)
  for (let n = 0; n < many; n++) await answerOf(at, ask(), agent)
  await wait(aftermathMs)
  agent.destroy()
  return (busy(at.pid) - before) / many
}

/** @throws where the answer is no success */
export function answerOf(
  { url, headers }: Answerer,
  { method, path, body }: Asked,
  agent?: Agent,
): Promise<string> {
  const json = body === undefined ? undefined : JSON.stringify(body)
  const type = json && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method, agent, headers: { ...type, ...headers } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      answer.on('end', () => {
        if (answer.statusCode && answer.statusCode < 300) resolve(text)
        else reject(new Error(`${method} ${path} was answered ${answer.statusCode}: ${text}`))
      })
    })
    sent.on('error', reject)
    sent.end(json)
  })
}

/** Milliseconds for which all threads of a process have been at work (Linux, which counts them in nanoseconds). */
export function busy(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  const nanoseconds = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  )
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6
}

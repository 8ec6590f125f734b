import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach } from 'vitest'
import { dataFolder, remove } from '../support/server.ts'
import { Front, json } from './front.ts'
import { Origin } from './origin.ts'

/** For tests of one service behind NGINX: what is started through it ends with the test. */
export function stage() {
  let folder = ''
  const undo: (() => unknown)[] = []
  beforeEach(async () => {
    folder = await dataFolder()
    undo.push(() => remove(folder))
  })
  afterEach(async () => {
    for (const one of undo.splice(0).reverse()) await one()
  })

  return {
    undo,
    folder: () => folder,
    async front(upstream: { host: string; port: number }[]) {
      const nobody = { user: [], task: [], notification: [] }
      const front = await Front.start(nobody, { upstreams: { ...nobody, task: upstream } })
      undo.push(() => front.stop())
      return front
    },
    async origins(count: number) {
      const names = Array.from({ length: count }, (_each, index) => `origin-${index}`)
      const all = await Promise.all(names.map((name) => Origin.start(name)))
      undo.push(...all.map((origin) => () => origin.close()))
      return all
    },
  }
}

export const addresses = (all: Origin[]) => all.map(({ address }) => address)
/** Secrets as sessions have them. */
export const people = (count: number) =>
  Array.from({ length: count }, () => randomBytes(32).toString('base64url'))
/** The name of the origin that answers. */
export const originOf = async (front: Front, headers: Record<string, string>) =>
  String(json(await front.send('/api/tasks', { headers })).origin)

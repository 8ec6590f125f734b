import type { Refusal } from './view.ts'

/** `commit` counts what was written to the image, so that a tab can tell whether it has missed something. */
export type Meta = {
  cursor?: string | undefined
  commit: number
  lastSyncedAt: string | null
  refused: Refusal[]
}
export const noMeta = (): Meta => ({ commit: 0, lastSyncedAt: null, refused: [] })

/** `meta` without the refusals of these operations. */
export const without = (meta: Meta, ids: string[]): Meta => ({
  ...meta,
  refused: meta.refused.filter(({ operation }) => !ids.includes(operation.id)),
})

/** `meta` with refusals that are to be told, each once. */
export function withRefused(meta: Meta, refused: Refusal[]): Meta {
  const told = new Set(meta.refused.map(({ operation }) => operation.id))
  const news = refused.filter(({ operation }) => !told.has(operation.id))
  return news.length === 0 ? meta : { ...meta, refused: [...meta.refused, ...news] }
}

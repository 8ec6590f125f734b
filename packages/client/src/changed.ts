const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The part of `changes` that differs from the row, so that two people who change two fields both keep theirs. */
export function changed<T extends object>(row: object | undefined, changes: T | undefined): T | undefined {
  if (!row || !changes) return undefined
  const differing = Object.entries(changes).filter(
    ([key, value]) => value !== undefined && !equal(value, row[key as keyof typeof row]),
  )
  return differing.length === 0 ? undefined : (Object.fromEntries(differing) as T)
}

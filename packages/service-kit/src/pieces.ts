const most = 500

/** Cuts into pieces small enough for one statement. */
export function pieces<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / most)
  return Array.from({ length: count }, (_, at) => all.slice(at * most, (at + 1) * most))
}

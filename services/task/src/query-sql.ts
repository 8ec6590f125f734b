import type { Leaf, Tree } from './query-tree.ts'

/** A condition, or what it always is. */
export type Sql = string | boolean

/** Values on their way into a statement, each under a name of its own. */
export class Bindings {
  readonly values: Record<string, unknown> = {}
  readonly #prefix: string
  #many = 0

  constructor(prefix: string) {
    this.#prefix = prefix
  }

  /** Answers what stands for the value in the statement. */
  bind = (value: unknown): string => {
    const name = `${this.#prefix}${this.#many++}`
    this.values[name] = value
    return `$${name}`
  }
}

/** Says a leaf, or its opposite, in SQL that is true or false but never unknown. */
export type LeafSql = (leaf: Leaf, negated: boolean) => Sql

/**
 * A condition in SQL. What is denied is denied at the leaves, so that a missing day is no answer to `!(due before: today)` but a
 * task without one, and an index can serve what is left.
 */
export function sqlOf(tree: Tree, leaf: LeafSql, negated = false): Sql {
  switch (tree.kind) {
    case 'constant':
      return tree.value !== negated
    case 'not':
      return sqlOf(tree.of, leaf, !negated)
    case 'and':
    case 'or':
      return joined(
        tree.of.map((each) => sqlOf(each, leaf, negated)),
        (tree.kind === 'and') !== negated,
      )
    default:
      return leaf(tree, negated)
  }
}

function joined(parts: readonly Sql[], all: boolean): Sql {
  if (parts.includes(!all)) return !all
  const rest = parts.filter((part) => typeof part === 'string')
  if (rest.length === 0) return all
  if (rest.length === 1) return rest[0] as string
  return all ? `(${rest.join(' AND ')})` : anyOf(rest)
}

/**
 * Any of these. Not a bare OR: SQLite would look for an index for each part, and go through a whole one, of everybody's tasks,
 * where a part has none of its own.
 */
export const anyOf = (parts: readonly string[]): string =>
  parts.length === 1 ? parts.join() : `CASE WHEN ${parts.join(' OR ')} THEN 1 ELSE 0 END = 1`

/** Neither engine knows TRUE and FALSE as conditions of their own. */
export const written = (sql: Sql): string => (typeof sql === 'string' ? sql : sql ? '1 = 1' : '1 = 0')

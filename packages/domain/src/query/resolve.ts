import { addDays, startOfDay } from '../calendar.ts'
import { fold } from '../fold.ts'
import type { Absence, Expression, Flag, Query, Term } from './ast.ts'
import type { QueryContext } from './context.ts'
import { idsOf } from './names.ts'
import { readPeriod } from './period.ts'
import type { Condition, Plan, Range } from './plan.ts'

const none: Condition = { kind: 'constant', value: false }
const not = (of: Condition): Condition => ({ kind: 'not', of })
const either = (...of: Condition[]): Condition => ({ kind: 'or', of })
const both = (...of: Condition[]): Condition => ({ kind: 'and', of })

type Of<K extends Term['kind']> = Extract<Term, { kind: K }>

function flagOf(flag: Flag, { now, lists }: QueryContext): Condition {
  const past: Range = { from: null, before: now.day }
  switch (flag) {
    case 'all':
      return { kind: 'constant', value: true }
    case 'overdue':
      return either({ kind: 'day', field: 'due', ...past }, { kind: 'day', field: 'deadline', ...past })
    case 'completed':
      return { kind: 'done' }
    case 'shared':
      return {
        kind: 'list',
        ids: lists.filter(({ memberCount }) => memberCount > 1).map(({ id }) => id),
      }
    default:
      return { kind: flag }
  }
}

function absenceOf(of: Absence): Condition {
  switch (of) {
    case 'date':
      return { kind: 'undated', field: 'due' }
    case 'deadline':
    case 'start':
      return { kind: 'undated', field: of }
    case 'time':
      return { kind: 'untimed' }
    case 'label':
      return { kind: 'label', name: null }
    case 'section':
      return { kind: 'section', ids: null }
    case 'priority':
      return { kind: 'priority', priority: 4 }
  }
}

function daysOf({ field, is, when }: Of<'day'>, context: QueryContext): Condition {
  const past = field === 'created' || field === 'completed'
  const period = readPeriod(when, context, past)
  if (!period) return none
  const after = addDays(period.last, 1)
  const from = is === 'before' ? null : is === 'after' ? after : period.first
  const before = is === 'before' ? period.first : is === 'after' ? null : after
  if (field !== 'created' && field !== 'completed') return { kind: 'day', field, from, before }
  const instant = (day: string | null) => (day === null ? null : startOfDay(day, context.now.zone))
  return { kind: field, from: instant(from), before: instant(before) }
}

function personOf({ role, who }: Of<'person'>, { me, people }: QueryContext): Condition {
  const among = (ids: readonly string[]): Condition =>
    role === 'created' ? { kind: 'creator', ids } : { kind: 'assignee', ids }
  if (who === 'me') return among([me])
  if (who === 'nobody') return { kind: 'assignee', ids: null }
  if (who !== 'others') return among(idsOf(who, people))
  return role === 'created' ? not(among([me])) : both(not({ kind: 'assignee', ids: null }), not(among([me])))
}

function conditionOf(term: Term, context: QueryContext): Condition {
  switch (term.kind) {
    case 'flag':
      return flagOf(term.flag, context)
    case 'no':
      return absenceOf(term.of)
    case 'list':
      return { kind: 'list', ids: idsOf(term.name, context.lists) }
    case 'section':
      return { kind: 'section', ids: idsOf(term.name, context.sections) }
    case 'day':
      return daysOf(term, context)
    case 'person':
      return personOf(term, context)
    case 'search':
      return { kind: 'search', words: fold(term.text).split(/\s+/u).filter(Boolean) }
    default:
      return term
  }
}

function walk(expression: Expression, context: QueryContext): Condition {
  if (expression.kind === 'not') return not(walk(expression.of, context))
  if (expression.kind !== 'and' && expression.kind !== 'or') return conditionOf(expression, context)
  return { kind: expression.kind, of: expression.of.map((each) => walk(each, context)) }
}

/**
 * Whether a pane asks about completion itself: with `completed`, `completed ...:` or `##List`. Any other shows open tasks only.
 */
export function asksAboutCompletion(pane: Expression): boolean {
  switch (pane.kind) {
    case 'and':
    case 'or':
      return pane.of.some(asksAboutCompletion)
    case 'not':
      return asksAboutCompletion(pane.of)
    case 'flag':
      return pane.flag === 'completed'
    case 'day':
      return pane.field === 'completed'
    default:
      return pane.kind === 'list' && pane.whole
  }
}

/** Looks up the names of a query and reckons its days, once for all tasks. */
export function resolveQuery(query: Query, context: QueryContext): Plan {
  const panes = query.panes.map((pane) => {
    const condition = walk(pane, context)
    return asksAboutCompletion(pane) ? condition : both(not({ kind: 'done' }), condition)
  })
  return { lists: context.lists.map(({ id }) => id), panes }
}

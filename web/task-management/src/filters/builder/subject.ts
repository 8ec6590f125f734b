import { dayFields, type Term } from '@doable/domain/query/ast'

/** What a condition is about, as the builder lets one choose it. */
export const subjects = [
  ...dayFields,
  'list',
  'section',
  'label',
  'priority',
  'assigned',
  'creator',
  'search',
  'flag',
  'no',
] as const
export type Subject = (typeof subjects)[number]

export function subjectOf(term: Term): Subject {
  if (term.kind === 'day') return term.field
  if (term.kind === 'person') return term.role === 'assigned' ? 'assigned' : 'creator'
  return term.kind
}

/** What a condition begins with when its subject is chosen. */
export function blankTerm(subject: Subject): Term {
  switch (subject) {
    case 'list':
      return { kind: 'list', name: [], whole: false }
    case 'section':
    case 'label':
      return { kind: subject, name: [] }
    case 'priority':
      return { kind: 'priority', priority: 1 }
    case 'assigned':
    case 'creator':
      return { kind: 'person', role: subject === 'assigned' ? 'assigned' : 'created', who: 'me' }
    case 'search':
      return { kind: 'search', text: '' }
    case 'flag':
      return { kind: 'flag', flag: 'overdue' }
    case 'no':
      return { kind: 'no', of: 'date' }
    default:
      return { kind: 'day', field: subject, is: 'on', when: 'today' }
  }
}

import fc from 'fast-check'
import {
  absences,
  dayFields,
  type Expression,
  flags,
  type Name,
  pronouns,
  type Query,
  type Term,
} from './ast.ts'
import { people, sections, lists as worldLists } from './cases/world.ts'

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-zäöß0-9 #@/&|!(),\\*":.-]{1,6}$/u) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }) },
)
/** Any name, with the signs that mean something in it. */
const anyName: fc.Arbitrary<Name> = fc.oneof(
  { weight: 3, arbitrary: piece.map((text) => [text]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(piece, fc.array(piece, { maxLength: 1 }), fc.option(piece, { nil: '' }))
      .map(([first, between, last]) => [first, ...between, last]),
  },
)

/** A name of the world, or the beginning of one with a wildcard. */
const worldName = (names: readonly string[]): fc.Arbitrary<Name> =>
  fc.tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 3 })).map(([name, kind]) => {
    const points = [...name]
    return kind === 0
      ? [points.slice(0, 2).join(''), '']
      : kind === 1
        ? ['', points.slice(-2).join('')]
        : [name]
  })
const namesOf = (things: readonly { name: string }[]) => worldName(things.map(({ name }) => name))
const labels = ['urgent', 'waiting', 'Größe', 'GRÖSSE', 'a b', '5*3', 'café', 'İş', '🚀']

/** Phrases for days, with those that are hard among them. */
export const phrases =
  'today;tomorrow;yesterday;this week;next week;last week;this month;last month;this year;next year;this weekend;+7 days;-3 days;next 7 days;last 30 days;mon;sat;next friday;last monday;27 jan;29 feb;31 dec;1 jan;2026-11-18;2011-12-30;2026-03-29;2026-10-25;heute;nächste woche;2 weeks ago;end of month'.split(
    ';',
  )

const terms = (names: {
  lists: fc.Arbitrary<Name>
  sections: fc.Arbitrary<Name>
  labels: fc.Arbitrary<Name>
  people: fc.Arbitrary<Name>
}): fc.Arbitrary<Term> =>
  fc.oneof(
    fc.record({ kind: fc.constant('flag' as const), flag: fc.constantFrom(...flags) }),
    fc.record({ kind: fc.constant('no' as const), of: fc.constantFrom(...absences) }),
    fc.record({ kind: fc.constant('list' as const), name: names.lists, whole: fc.boolean() }),
    fc.record({ kind: fc.constant('section' as const), name: names.sections }),
    fc.record({ kind: fc.constant('label' as const), name: names.labels }),
    fc.record({
      kind: fc.constant('priority' as const),
      priority: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    }),
    fc.record({
      kind: fc.constant('day' as const),
      field: fc.constantFrom(...dayFields),
      is: fc.constantFrom('on' as const, 'before' as const, 'after' as const),
      when: fc.constantFrom(...phrases),
    }),
    fc
      .record({
        kind: fc.constant('person' as const),
        role: fc.constantFrom('assigned' as const, 'created' as const),
        who: fc.oneof(fc.constantFrom(...pronouns), names.people),
      })
      .filter(({ role, who }) => role === 'assigned' || who !== 'nobody'),
    fc.record({
      kind: fc.constant('search' as const),
      text: fc.constantFrom(
        'a',
        'garden',
        'the garden',
        'strasse',
        '50%',
        '_',
        '(a)',
        '"x',
        'a | b',
        'o*',
        'crème',
      ),
    }),
  )

const trees = (term: fc.Arbitrary<Term>): fc.Arbitrary<Expression> =>
  fc.letrec<{ tree: Expression }>((tie) => {
    const several = fc.array(tie('tree'), { minLength: 2, maxLength: 3 })
    return {
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        term,
        fc.record({ kind: fc.constant('not' as const), of: tie('tree') }),
        fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), of: several }),
      ),
    }
  }).tree

/** Terms about any names. */
const anyTerm = terms({ lists: anyName, sections: anyName, labels: anyName, people: anyName })
/** Terms about what is in the world of cases/world.ts. */
const worldTerm = terms({
  lists: namesOf(worldLists),
  sections: namesOf(sections),
  labels: worldName(labels),
  people: namesOf(people),
})
export const worldExpression = trees(worldTerm)

const queries = (tree: fc.Arbitrary<Expression>): fc.Arbitrary<Query> =>
  fc.record({ panes: fc.array(tree, { minLength: 1, maxLength: 3 }) })
/** Queries of any shape about any names. Those over the limits are among them. */
export const anyQuery = queries(trees(anyTerm))
/** Queries that mean something in the world. */
export const worldQuery = queries(worldExpression)

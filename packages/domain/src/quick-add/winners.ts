import { memberNamed } from './person.ts'
import type { Line } from './read.ts'
import { type Kind, type Person, type Token, token } from './token.ts'

const many: readonly Kind[] = ['label', 'reminder', 'escape']
const isOf =
  <K extends Kind>(kind: K) =>
  (each: Token): each is Extract<Token, { kind: K }> =>
    each.kind === kind

/** A section counts right behind the list that counts, or by itself where no list is named. */
function sectionFits(section: Token, list: Token | undefined, text: string): boolean {
  if (!list) return true
  return section.start > list.start && text.slice(list.end, section.start).trim() === ''
}

/** People as members of the list that counts; a name that none of them has stays text. */
function withPeople(tokens: readonly Token[], list: Token<'list'> | undefined, line: Line, me?: Person) {
  const place = list ? line.placeOf(list.value) : line.here
  const members = place?.members ?? (me ? [me] : [])
  return tokens.flatMap((each): Token[] => {
    if (each.kind !== 'assignee') return [each]
    const person = memberNamed(each.value.name, members, me, line.grammar)
    return person ? [token('assignee', line.text, each.start, each.end, person)] : []
  })
}

/** Of each kind that a task has one of the last counts, since tokens are mostly typed behind the words; earlier ones stay text. */
export function winners(tokens: readonly Token[], line: Line, me?: Person): Token[] {
  const list = tokens.findLast(isOf('list'))
  const fitting = withPeople(tokens, list, line, me).filter(
    (each) => each.kind !== 'section' || sectionFits(each, list, line.text),
  )
  const last = new Map<Kind, Token>(fitting.map((each) => [each.kind, each]))
  const date = fitting.findLast(isOf('date'))
  if (date && date.value.time !== null && !date.value.vague) last.delete('time')
  return fitting.filter((each) => many.includes(each.kind) || last.get(each.kind) === each)
}

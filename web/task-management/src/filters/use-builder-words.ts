import './words.ts'
import type { Absence, Flag, Relation } from '@doable/domain/query/ast'
import { useLingui } from '@lingui/react/macro'
import type { Match } from './builder/node.ts'
import type { Subject } from './builder/subject.ts'

/** What the builder calls the things of the query language. */
export function useBuilderWords() {
  const { t } = useLingui()
  const subjects: Record<Subject, string> = {
    due: t`Due`,
    deadline: t`Deadline`,
    start: t`Start`,
    created: t`Created`,
    completed: t`Completed`,
    list: t`List`,
    section: t`Section`,
    label: t`Label`,
    priority: t`Priority`,
    assigned: t`Assigned to`,
    creator: t`Created by`,
    search: t`Words`,
    flag: t`Is`,
    no: t`Has no`,
  }
  const flags: Record<Flag, string> = {
    overdue: t`overdue`,
    recurring: t`repeating`,
    subtask: t`a subtask`,
    parent: t`a task with subtasks`,
    shared: t`in a shared list`,
    completed: t`completed`,
    all: t`any task`,
  }
  const absences: Record<Absence, string> = {
    date: t`due date`,
    time: t`time`,
    deadline: t`deadline`,
    start: t`start`,
    label: t`label`,
    section: t`section`,
    priority: t`priority`,
  }
  const relations: Record<Relation, string> = { on: t`on`, before: t`before`, after: t`after` }
  const matches: Record<Match, string> = {
    all: t`all of these`,
    any: t`any of these`,
    none: t`none of these`,
  }
  return { subjects, flags, absences, relations, matches }
}

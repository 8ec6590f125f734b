import type { Operation } from '@doable/contracts/sync'
import type { Act } from './act.ts'
import { keepingRest } from './assignee.ts'
import { changeComment, createComment, restoreComment, trashComment } from './comment-verbs.ts'
import { changeFilter, createFilter, restoreFilter, trashFilter } from './filter-verbs.ts'
import { changeLabel, createLabel, restoreLabel, trashLabel } from './label-verbs.ts'
import { changeList, createList, restoreList, trashList } from './list-verbs.ts'
import { changeSection, createSection, restoreSection, trashSection } from './section-verbs.ts'
import { reopenTask, restoreTask, trashTask } from './task-acts.ts'
import { changeTask } from './task-change.ts'
import { createTask } from './task-create.ts'
import { purgeTask } from './task-purge.ts'
import { completeTask, recompleteTask, skipTask, uncompleteTask } from './task-recur.ts'
import { setView } from './view-verbs.ts'

type Of<T extends Operation['type']> = Extract<Operation, { type: T }>
type Verbs = { [T in Operation['type']]: (act: Act, operation: Of<T>) => Promise<unknown> }

/** What an operation does: the same verbs that the routes call. */
const verbs: Verbs = {
  'list.create': (act, { subjectId, fields }) => createList(act, { ...fields, id: subjectId }),
  'list.update': (act, { subjectId, fields }) => changeList(act, subjectId, fields),
  'list.trash': (act, { subjectId }) => trashList(act, subjectId),
  'list.restore': (act, { subjectId }) => restoreList(act, subjectId),
  'section.create': (act, { subjectId, fields }) => createSection(act, { ...fields, id: subjectId }),
  'section.update': (act, { subjectId, fields }) => changeSection(act, subjectId, fields),
  'section.trash': (act, { subjectId }) => trashSection(act, subjectId),
  'section.restore': (act, { subjectId }) => restoreSection(act, subjectId),
  'label.create': (act, { subjectId, fields }) => createLabel(act, { ...fields, id: subjectId }),
  'label.update': (act, { subjectId, fields }) => changeLabel(act, subjectId, fields),
  'label.trash': (act, { subjectId }) => trashLabel(act, subjectId),
  'label.restore': (act, { subjectId }) => restoreLabel(act, subjectId),
  'filter.create': (act, { subjectId, fields }) => createFilter(act, { ...fields, id: subjectId }),
  'filter.update': (act, { subjectId, fields }) => changeFilter(act, subjectId, fields),
  'filter.trash': (act, { subjectId }) => trashFilter(act, subjectId),
  'filter.restore': (act, { subjectId }) => restoreFilter(act, subjectId),
  'task.create': (act, { subjectId, fields }) =>
    keepingRest(fields, (kept) => createTask(act, { ...kept, id: subjectId })),
  'task.update': (act, { subjectId, fields }) =>
    keepingRest(fields, (kept) => changeTask(act, subjectId, kept)),
  'task.complete': (act, operation) => completeTask(act, operation.subjectId, operation),
  'task.skip': (act, operation) => skipTask(act, operation.subjectId, operation),
  'task.uncomplete': (act, { subjectId, occurrenceOn }) => uncompleteTask(act, subjectId, occurrenceOn),
  'task.recomplete': (act, { subjectId, occurrenceOn }) => recompleteTask(act, subjectId, occurrenceOn),
  'task.reopen': (act, { subjectId, only }) => reopenTask(act, subjectId, only),
  'task.trash': (act, { subjectId, parentId }) => trashTask(act, subjectId, parentId),
  'task.restore': (act, { subjectId, only }) => restoreTask(act, subjectId, only),
  'task.purge': (act, { subjectId }) => purgeTask(act, subjectId),
  'comment.create': (act, { subjectId, fields }) => createComment(act, { ...fields, id: subjectId }),
  'comment.update': (act, { subjectId, fields }) => changeComment(act, subjectId, fields),
  'comment.trash': (act, { subjectId }) => trashComment(act, subjectId),
  'comment.restore': (act, { subjectId }) => restoreComment(act, subjectId),
  'view.set': (act, { subjectId, fields }) => setView(act, subjectId, fields),
}

export function carryOut(act: Act, operation: Operation): Promise<unknown> {
  const verb = verbs[operation.type] as (act: Act, operation: Operation) => Promise<unknown>
  return verb(act, operation)
}

import { writeMention } from '@doable/domain/mention'
import { ada, commentId, grace } from './demo-list.ts'
import type { demoRows } from './demo-row.ts'

/** What was said about a task so many days and hours ago. */
type DemoComment = { title: string; by: string; days: number; hours: number; text: string }

const talks = 'Choose the talks'
const hall = 'Confirm the hall'
const spoken: DemoComment[] = [
  { title: talks, by: grace, days: 2, hours: 5, text: 'I have read them all. **Four** are about looms.' },
  {
    ...{ title: talks, by: ada, days: 2, hours: 3 },
    text: `Two of them are enough. ${writeMention({ id: grace, name: 'Grace Hopper' })}, will you pick?`,
  },
  { title: talks, by: grace, days: 1, hours: 2, text: '- the one on punched cards\n- the one on patterns' },
  { title: hall, by: grace, days: 1, hours: 4, text: 'They call back once the caretaker is in.' },
  {
    ...{ title: 'Draft the proposal for the new engine', by: ada, days: 0, hours: 1 },
    text: 'Charles wants a page on the costs.',
  },
]

const hour = 60 * 60 * 1000

/** Comments on tasks of the demo, as rows but for their version. */
export function demoComments(made: ReturnType<typeof demoRows>, now: Date) {
  return spoken.flatMap(({ title, by, days, hours, text }, at) => {
    const task = made.find(({ row }) => row.title === title)?.row
    if (!task) return []
    const createdAt = new Date(now.getTime() - (days * 24 + hours) * hour)
    const stamps = { createdAt, updatedAt: createdAt, editedAt: null, trashedAt: null }
    return [{ id: commentId(at + 1), taskId: task.id, listId: task.listId, authorId: by, text, ...stamps }]
  })
}

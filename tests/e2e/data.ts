import type { APIRequestContext } from '@playwright/test'
import { answer, zone } from './person.ts'

export type Task = {
  id: string
  title: string
  notes: string
  listId: string
  sectionId: string | null
  parentId: string | null
  labels: string[]
  priority: number
  dueOn: string | null
  dueTime: string | null
  dueTimeZone: string | null
  durationMinutes: number | null
  assigneeId: string | null
  reminders: object[]
  repeatRule: string | null
  completedAt: string | null
  trashedAt: string | null
}
type NewTask = Partial<Task> & { title: string }
type Named = { id: string; name: string }

/** The calendar day so many days from today, `YYYY-MM-DD`, where the person is. */
export const dayFromNow = (days: number) => Temporal.Now.plainDateISO(zone).add({ days }).toString()

/** Makes and reads a person's data through the API, past the page. `request` is that of their browser. */
export const data = (request: APIRequestContext) => ({
  list: (name: string) => answer<Named>(request.post('/api/lists', { data: { name } })),
  section: (listId: string, name: string) =>
    answer<Named>(request.post('/api/sections', { data: { listId, name } })),
  label: (name: string) => answer<Named>(request.post('/api/labels', { data: { name } })),
  task: (fields: NewTask) => answer<Task>(request.post('/api/tasks', { data: fields })),
  /** One after the other, so that they come in this order. */
  async tasks(titles: string[], fields: Omit<NewTask, 'title'> = {}): Promise<Task[]> {
    const made: Task[] = []
    for (const title of titles)
      made.push(await answer<Task>(request.post('/api/tasks', { data: { ...fields, title } })))
    return made
  },
  change: (id: string, changes: Partial<Task>) =>
    answer<Task>(request.patch(`/api/tasks/${id}`, { data: changes })),
  complete: (id: string) => answer<Task>(request.post(`/api/tasks/${id}/complete`)),
  trash: (id: string) => answer(request.delete(`/api/tasks/${id}`)),
  /** Everything the server has, done and trashed included, by title. */
  async stored(): Promise<Map<string, Task>> {
    const { items } = await answer<{ items: Task[] }>(request.get('/api/tasks?status=all&limit=200'))
    return new Map(items.map((task) => [task.title, task]))
  },
})
export type Data = ReturnType<typeof data>

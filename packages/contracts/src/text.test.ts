import { expect, test } from 'vitest'
import { NewLabel } from './label.ts'
import { NewList, NewSection } from './list.ts'
import { NewTask, TaskPatch } from './task.ts'
import { NewUser, ProfilePatch } from './user.ts'

const id = '01900000-0000-7000-8000-000000000001'
const user = { email: 'ann@example.org', password: 'correct horse battery', name: 'Ann' }

/** Every text that somebody may write. */
test.each<[string, (text: string) => { success: boolean }]>([
  ['title', (title) => NewTask.safeParse({ title })],
  ['title of a patch', (title) => TaskPatch.safeParse({ title })],
  ['notes', (notes) => NewTask.safeParse({ title: 'x', notes })],
  ['label of a task', (label) => NewTask.safeParse({ title: 'x', labels: [label] })],
  ['label', (name) => NewLabel.safeParse({ name })],
  ['list', (name) => NewList.safeParse({ name })],
  ['section', (name) => NewSection.safeParse({ listId: id, name })],
  ['name', (name) => NewUser.safeParse({ ...user, name })],
  ['name of a patch', (name) => ProfilePatch.safeParse({ name })],
  ['password', (password) => NewUser.safeParse({ ...user, password: password.repeat(4) })],
])('%s takes whole characters and no halves', (_, parse) => {
  expect(parse('a🎉b').success).toBe(true)
  for (const half of ['a\ud83c', '\udf89b', 'a\udf89\ud83cb']) expect(parse(half).success).toBe(false)
})

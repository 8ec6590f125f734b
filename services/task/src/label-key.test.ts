import { migrate, rollBack } from '@doable/service-kit/migrations'
import { QueryTypes } from 'sequelize'
import { afterAll, expect, test } from 'vitest'
import { type House, openHouse } from '../fixtures/house.ts'
import { taskService } from './index.ts'

const house: House = await openHouse()
afterAll(() => house.stop())
const keys = () =>
  house.platform.db.query<{ label: string; labelKey: string }>(
    'SELECT label, labelKey FROM TaskLabels ORDER BY place',
    { type: QueryTypes.SELECT },
  )
const expected = [
  { label: 'Größe', labelKey: 'grosse' },
  { label: 'CAFÉ', labelKey: 'cafe' },
  { label: 'plain', labelKey: 'plain' },
]

test('labels that were there before they had keys get theirs with the migration', async () => {
  const { db } = house.platform
  const ada = await house.person()
  await ada.task({ labels: expected.map(({ label }) => label) })
  expect(await keys()).toEqual(expected)
  for (let undone: string[] = []; !undone[0]?.includes('create-filters'); )
    undone = await rollBack(db, taskService)
  await migrate(db, [taskService])
  expect(await keys()).toEqual(expected)
})

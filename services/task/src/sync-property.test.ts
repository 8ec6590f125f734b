import { afterAll, expect, test } from 'vitest'
import { type House, openHouse } from '../fixtures/house.ts'
import { random } from '../fixtures/random.ts'
import { Replica } from '../fixtures/replica.ts'

const house: House = await openHouse()
afterAll(() => house.stop())

test('three devices that act, send and hear in any order end up with what the server has', async () => {
  const dice = random('devices')
  const ada = await house.person()
  const bob = await house.person()
  const shared = await ada.list({ name: 'Shared' })
  const invite = { email: bob.email, role: 'editor' }
  const devices = [ada, ada, bob].map((person) => new Replica(person, dice))
  for (let round = 0; round < 250; round++) {
    if (round === 40) await ada.ok('POST', `/api/lists/${shared.id}/members`, invite)
    if (round === 200) await bob.ok('DELETE', `/api/lists/${shared.id}/members/${bob.id}`)
    house.clock.advance(10)
    const device = dice.pick(devices)
    const turn = dice.below(4)
    if (turn < 2) for (let n = 0; n < 3; n++) device.act()
    else if (turn === 2) await device.push()
    else await device.pull()
  }
  // However the dice fell, there is an occurrence to be compared.
  const daily = await ada.task({ dueOn: '2026-11-22', repeatRule: 'FREQ=DAILY' })
  await ada.ok('POST', `/api/tasks/${daily.id}/complete`)
  for (const device of [...devices, ...devices]) await device.settle()
  let done = 0
  for (const [at, person] of [ada, ada, bob].entries()) {
    const fresh = new Replica(person, dice)
    await fresh.settle()
    expect(devices[at]?.state()).toEqual(fresh.state())
    expect(devices[at]?.judged.applied).toBeGreaterThan(10)
    expect(fresh.rows.tasks.size).toBeGreaterThan(0)
    done += fresh.rows.completions.size
  }
  expect(done).toBeGreaterThan(0)
})

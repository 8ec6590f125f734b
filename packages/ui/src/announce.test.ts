import { afterEach, expect, test, vi } from 'vitest'
import { announce } from './announce.ts'

afterEach(() => vi.useRealTimers())

/** What stands in the live region, one after the other, until nothing follows. */
async function heard(act: () => void): Promise<string[]> {
  vi.useFakeTimers()
  const said: string[] = []
  const note = () => {
    const text = document.querySelector('[aria-live=polite]')?.textContent
    if (text && text !== said.at(-1)) said.push(text)
  }
  act()
  while (vi.getTimerCount() > 0) {
    await vi.advanceTimersToNextTimerAsync()
    note()
  }
  return said
}

test('a sentence stands until a reader had time to take it up, then the next one comes', async () => {
  const said = await heard(() => {
    announce('Task completed')
    setTimeout(() => announce('Inbox · Doable'), 200)
  })
  expect(said).toEqual(['Task completed', 'Inbox · Doable'])
  vi.useFakeTimers()
  announce('First')
  announce('Second')
  await vi.advanceTimersByTimeAsync(300)
  expect(document.querySelector('[aria-live=polite]')?.textContent).toBe('First')
  await vi.runAllTimersAsync()
  expect(document.querySelector('[aria-live=polite]')?.textContent).toBe('Second')
})

test('whoever acts faster than it can be said hears the latest', async () => {
  const said = await heard(() => {
    for (const row of ['A', 'B', 'C', 'D', 'E', 'F']) announce(`Moved below ${row}`)
  })
  expect(said).toEqual(['Moved below A', 'Moved below D', 'Moved below E', 'Moved below F'])
})

import { act, render, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useLateView } from './late-view.ts'
import { StoreProvider, useView } from './react.ts'
import { settled, world } from './world.testing.ts'

test('a figure beside the page is worked out behind the frame, once for many changes', async () => {
  const store = await world().open()
  await settled(store)
  let runs = 0
  function Figures() {
    const late = useLateView(({ tasks }) => {
      runs++
      return tasks.size
    }, [])
    const now = useView(({ tasks }) => tasks.size)
    return `${now} ${late}`
  }
  render(
    <StoreProvider store={store}>
      <Figures />
    </StoreProvider>,
  )
  await waitFor(() => expect(screen.getByText('0 0')).toBeTruthy())
  const before = runs
  act(() => {
    for (const title of ['Call', 'Write', 'Buy']) store.addTask({ title })
  })
  expect(screen.getByText('3 0')).toBeTruthy()
  expect(runs).toBe(before)
  await waitFor(() => expect(screen.getByText('3 3')).toBeTruthy())
})

test('what was just done is kept when the page goes before it was drawn', async () => {
  const { open } = world()
  const store = await open()
  await settled(store)
  const drawn = vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0)
  try {
    const kept = vi.spyOn(IDBDatabase.prototype, 'transaction')
    store.addTask({ title: 'Call' })
    expect(store.getSnapshot().tasks.size).toBe(1)
    expect(kept).not.toHaveBeenCalled()
    window.dispatchEvent(new Event('pagehide'))
    expect(kept).toHaveBeenCalledWith('outbox', 'readwrite', expect.anything())
    kept.mockRestore()
  } finally {
    drawn.mockRestore()
  }
})

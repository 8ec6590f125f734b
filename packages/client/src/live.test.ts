import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listenLive } from './live.ts'

class Source extends EventTarget {
  static made: Source[] = []
  readyState = 0
  onopen = () => {}
  onerror = () => {}
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    Source.made.push(this)
  }
  close() {
    this.readyState = 2
  }
  fail(readyState: number) {
    this.readyState = readyState
    this.onerror()
  }
}
beforeEach(() => {
  Source.made = []
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())
const handlers = () => ({ opened: vi.fn(), closed: vi.fn(), heard: vi.fn() })

test('hears what is said, and nothing that is not JSON', () => {
  const hear = handlers()
  listenLive('/api/events', hear, Source as never)
  const [source] = Source.made as [Source]
  source.onopen()
  source.dispatchEvent(new MessageEvent('changed', { data: '{"lists":["a"],"own":false}' }))
  source.dispatchEvent(new MessageEvent('changed', { data: '<html>' }))
  source.dispatchEvent(new MessageEvent('surprise', { data: '{}' }))
  expect(hear.opened).toHaveBeenCalledOnce()
  expect(hear.heard.mock.calls).toEqual([['changed', { lists: ['a'], own: false }]])
})

test('opens again, ever later, where the browser gives up, and at once again after a success', () => {
  const hear = handlers()
  vi.spyOn(Math, 'random').mockReturnValue(1)
  const stop = listenLive('/api/events', hear, Source as never)
  Source.made[0]?.fail(0)
  vi.advanceTimersByTime(100_000)
  expect(Source.made).toHaveLength(1)
  Source.made[0]?.fail(2)
  vi.advanceTimersByTime(1000)
  Source.made[1]?.fail(2)
  vi.advanceTimersByTime(1999)
  expect(Source.made).toHaveLength(2)
  vi.advanceTimersByTime(1)
  expect(Source.made).toHaveLength(3)
  Source.made[2]?.onopen()
  Source.made[2]?.fail(2)
  vi.advanceTimersByTime(1000)
  expect(Source.made).toHaveLength(4)
  expect(hear.closed).toHaveBeenCalledTimes(4)
  stop()
  vi.advanceTimersByTime(100_000)
  expect(Source.made).toHaveLength(4)
  expect(Source.made[3]?.readyState).toBe(2)
})

import { type ComponentType, createElement, lazy, Suspense } from 'react'

/**
 * A component whose code is fetched when it is first drawn, and that draws nothing until then:
 * `const Board = lazily(async () => (await import('./board.tsx')).Board)`.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() }))
  return (props) => <Suspense>{createElement(Part as unknown as ComponentType<P>, props)}</Suspense>
}

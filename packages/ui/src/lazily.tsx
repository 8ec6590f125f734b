import { type ComponentType, createElement, Suspense } from 'react'
import { again } from './opening.tsx'

/**
 * A component whose code is fetched when it is first drawn, and that draws nothing until then:
 * `const Board = lazily(async () => (await import('./board.tsx')).Board)`.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const usePart = again(async () => ({ default: await load() }))
  return (props) => <Suspense>{createElement(usePart(), props)}</Suspense>
}

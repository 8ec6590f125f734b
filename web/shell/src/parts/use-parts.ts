import { useSyncExternalStore } from 'react'
import { type Parts, parts } from './parts.ts'

export const useParts = (): Parts => useSyncExternalStore(parts.subscribe, parts.get)

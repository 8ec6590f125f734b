import { createContext, useContext } from 'react'

/** Why the task of the panel cannot be changed, as a sentence; undefined where it can. */
export const ReadOnlyContext = createContext<string | undefined>(undefined)
export const useReadOnly = (): string | undefined => useContext(ReadOnlyContext)

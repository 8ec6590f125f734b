import { parseQuery } from '@doable/domain/query/parse'
import { useMemo } from 'react'

/** A text as its parser understands it. Nothing at all is no mistake yet. */
export function useReadQuery(text: string) {
  return useMemo(() => {
    const parsed = parseQuery(text)
    const isEmpty = text.trim() === ''
    const query = 'query' in parsed ? parsed.query : undefined
    const fault = 'error' in parsed && !isEmpty ? parsed.error : undefined
    return { query, fault, marks: parsed.marks, isEmpty }
  }, [text])
}
export type ReadQuery = ReturnType<typeof useReadQuery>

import { useEffect, useReducer, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

/** How long a pause in typing lasts before the words become part of the address, in milliseconds. */
const pause = 300

/**
 * Words that are part of the address, under `name`; where it has none, `otherwise` stands for them. They follow the address
 * and it follows them, in a pause: the router draws the page anew for every address, and no letter may wait for that.
 * `adopted` counts how often the words came from elsewhere.
 */
export function useAddressWords(name: string, otherwise = '') {
  const [params, setParams] = useSearchParams()
  const inAddress = params.get(name)
  const meant = inAddress ?? otherwise
  const [words, setWords] = useState(meant)
  const [adopted, adopt] = useReducer((times: number) => times + 1, 0)
  /** What the address said when it and the words were last the same. */
  const agreed = useRef(meant)
  const latest = useRef({ setParams, words })
  latest.current = { setParams, words }
  useEffect(() => {
    const { words } = latest.current
    // What was typed a moment ago and is not in the address yet is not given up for what came from elsewhere.
    const isTyped = words !== agreed.current
    if (meant === agreed.current || isTyped) return
    agreed.current = meant
    setWords(meant)
    adopt()
  }, [meant])
  useEffect(() => {
    const wanted = words === otherwise ? null : words
    if (inAddress === wanted) return
    const timer = setTimeout(() => {
      agreed.current = words
      const write = (before: URLSearchParams) => {
        const after = new URLSearchParams(before)
        if (wanted === null) after.delete(name)
        else after.set(name, wanted)
        return after
      }
      latest.current.setParams(write, { replace: true })
    }, pause)
    return () => clearTimeout(timer)
  }, [words, name, otherwise, inAddress])
  /** Words that come from elsewhere than where they are typed. */
  const take = (next: string) => {
    setWords(next)
    adopt()
  }
  return { words, setWords, take, adopted }
}

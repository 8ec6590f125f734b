import { TextField } from '@doable/ui/text-field'
import { type ReactNode, useEffect, useRef, useState } from 'react'

type Props = { label: string; value: string; onChange(value: string): void; description?: ReactNode }
const pause = 700

/** A wall-clock time (`HH:MM`), handed on when typing rests or the field is left; left empty, it goes back to what it was. */
export function TimeField({ label, value, onChange, description }: Props) {
  const [text, setText] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setText(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const hand = (next: string) => {
    clearTimeout(timer.current)
    if (next && next !== value) onChange(next)
  }
  const type = (next: string) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => hand(next), pause)
  }
  const leave = () => {
    hand(text)
    if (!text) setText(value)
  }
  return (
    <TextField
      type="time"
      required
      value={text}
      onChange={type}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
      {...{ label, description }}
    />
  )
}

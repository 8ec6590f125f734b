import { TextField } from '@doable/ui/text-field'
import { useEffect, useState } from 'react'

/** A whole number from 1 on; kept as soon as it is one, so that a field may be empty while it is written. */
export function NumberField({
  label,
  value,
  most,
  onChange,
}: {
  label: string
  value: number
  most: number
  onChange(value: number): void
}) {
  const [text, setText] = useState(String(value))
  useEffect(() => setText((now) => (Number(now) === value || now === '' ? now : String(value))), [value])
  const write = (wanted: string) => {
    setText(wanted)
    const number = Number(wanted)
    if (Number.isInteger(number) && number >= 1 && number <= most && number !== value) onChange(number)
  }
  return (
    <TextField
      label={label}
      type="number"
      inputMode="numeric"
      min={1}
      max={most}
      value={text}
      onChange={write}
      onBlur={() => setText(String(value))}
    />
  )
}

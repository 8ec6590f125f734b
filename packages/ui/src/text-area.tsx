import { type Ref, type TextareaHTMLAttributes, useLayoutEffect, useRef } from 'react'
import css from './field.module.css'
import { FieldFrame, type FieldWords, useFieldIds } from './field.tsx'

export type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'> &
  FieldWords & { value: string; onChange(value: string): void; ref?: Ref<HTMLTextAreaElement> }

/** Grows with its text. `field-sizing: content` does it where the browser knows it; elsewhere it is measured. */
function useGrowth(value: string) {
  const box = useRef<HTMLSpanElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = box.current?.querySelector('textarea')
    if (!area || CSS.supports?.('field-sizing', 'content')) return
    area.style.blockSize = 'auto'
    area.style.blockSize = `${area.scrollHeight}px`
  }, [value])
  return box
}

/** Several lines of text, as tall as what it holds. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, description, error, value, onChange, className, id, ...rest } = props
  const ids = useFieldIds(props)
  const box = useGrowth(value)
  return (
    <FieldFrame ids={ids} words={{ label, hideLabel, description, error }} className={className}>
      <span className={css.box} ref={box}>
        <textarea
          rows={2}
          {...rest}
          {...ids.control}
          className={`${css.input} ${css.area}`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </FieldFrame>
  )
}

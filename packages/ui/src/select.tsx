import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, Label, SelectValue } from 'react-aria-components/Select'
import field from './field.module.css'
import { FieldNote, type FieldWords, useFieldIds } from './field.tsx'
import menu from './menu.module.css'
import css from './select.module.css'

export type Option<V extends string> = { value: V; label: string; icon?: ReactNode }

export function Options<V extends string>({ options }: { options: Option<V>[] }) {
  return options.map((option) => (
    <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={menu.item ?? ''}>
      {({ isSelected }) => (
        <>
          {option.icon && <span className={menu.icon}>{option.icon}</span>}
          <span className={menu.label}>{option.label}</span>
          {isSelected && <Check className={menu.check} />}
        </>
      )}
    </ListBoxItem>
  ))
}

/** One of several. For more than about twenty choices take `ComboBox`. */
export function Select<V extends string>(
  props: FieldWords & { value: V; onChange(value: V): void; options: Option<V>[]; disabled?: boolean },
) {
  const { note } = useFieldIds(props)
  return (
    <AriaSelect
      className={field.field ?? ''}
      value={props.value}
      onChange={(key) => key !== null && props.onChange(key as V)}
      isDisabled={props.disabled ?? false}
      isInvalid={!!props.error}
      {...(props.hideLabel && { 'aria-label': props.label })}
    >
      {!props.hideLabel && <Label className={field.label}>{props.label}</Label>}
      <Button className={`${field.box} ${css.button}`}>
        <SelectValue className={css.value ?? ''} />
        <ChevronDown aria-hidden className={css.arrow} />
      </Button>
      <FieldNote id={note} words={props} />
      <Popover className={`${menu.popover} ${css.popover}`}>
        <ListBox className={menu.menu ?? ''}>{Options(props)}</ListBox>
      </Popover>
    </AriaSelect>
  )
}

import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, Input, Label } from 'react-aria-components/ComboBox'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import field from './field.module.css'
import { FieldNote, type FieldWords, useFieldIds } from './field.tsx'
import menu from './menu.module.css'
import css from './select.module.css'
import { type Option, Options } from './select.tsx'

/** One of many, found by typing. */
export function ComboBox<V extends string>(
  props: FieldWords & { value: V | null; onChange(value: V): void; options: Option<V>[]; disabled?: boolean },
) {
  const { t } = useLingui()
  const { note } = useFieldIds(props)
  return (
    <AriaComboBox
      className={field.field ?? ''}
      value={props.value}
      onChange={(key) => key !== null && props.onChange(key as V)}
      isDisabled={props.disabled ?? false}
      isInvalid={!!props.error}
      menuTrigger="focus"
      allowsEmptyCollection
      {...(props.hideLabel && { 'aria-label': props.label })}
    >
      {!props.hideLabel && <Label className={field.label}>{props.label}</Label>}
      <span className={field.box}>
        <Input className={field.input ?? ''} />
        <Button className={css.open ?? ''}>
          <ChevronDown />
        </Button>
      </span>
      <FieldNote id={note} words={props} />
      <Popover className={`${menu.popover} ${css.popover}`}>
        <ListBox
          className={menu.menu ?? ''}
          renderEmptyState={() => <div className={css.none}>{t`Nothing matches.`}</div>}
        >
          {Options(props)}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

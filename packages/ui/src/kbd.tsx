import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import css from './kbd.module.css'
import { mac } from './shortcuts.ts'

const signs: Record<string, string | MessageDescriptor> = {
  mod: mac ? '⌘' : msg({ message: 'Ctrl', context: 'key' }),
  alt: mac ? '⌥' : 'Alt',
  shift: mac ? '⇧' : msg({ message: 'Shift', context: 'key' }),
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  enter: 'Enter',
  escape: 'Esc',
  space: msg({ message: 'Space', context: 'key' }),
  delete: mac ? '⌫' : msg({ message: 'Delete', context: 'key' }),
}

/** The words of a key as they stand on the keyboard: `mod+k` is `Ctrl`, `K`. */
const keyNames = (keys: string): (string | MessageDescriptor)[] =>
  keys
    .split(' ')
    .flatMap((stroke) =>
      stroke.split('+').map((key) => signs[key] ?? (stroke.includes('+') ? key.toUpperCase() : key)),
    )

/** Keys to press, as `register` of `shortcuts.ts` spells them: `mod+k`, `g t`. */
export function Kbd({ keys }: { keys: string }) {
  const { i18n } = useLingui()
  const names = keyNames(keys).map((name) => (typeof name === 'string' ? name : i18n._(name)))
  return (
    <span className={css.keys}>
      {names.map((name) => (
        <kbd key={name} className={css.key}>
          {name}
        </kbd>
      ))}
    </span>
  )
}

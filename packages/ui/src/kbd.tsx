import css from './kbd.module.css'

const mac = typeof navigator === 'object' && /Mac|iPhone|iPad/.test(navigator.platform)
const signs: Record<string, string> = {
  mod: mac ? '⌘' : 'Ctrl',
  alt: mac ? '⌥' : 'Alt',
  shift: mac ? '⇧' : 'Shift',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Space',
  delete: 'Delete',
}

/** The words of a key as they stand on the keyboard: `mod+k` is `Ctrl`, `K`. */
export const keyNames = (keys: string): string[][] =>
  keys
    .split(' ')
    .map((stroke) =>
      stroke.split('+').map((key) => signs[key] ?? (stroke.includes('+') ? key.toUpperCase() : key)),
    )

/** Keys to press, as `register` of `shortcuts.ts` spells them: `mod+k`, `g t`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={css.keys}>
      {keyNames(keys)
        .flat()
        .map((key) => (
          <kbd key={key} className={css.key}>
            {key}
          </kbd>
        ))}
    </span>
  )
}

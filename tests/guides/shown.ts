const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** npm says first which script it runs; no guide repeats it. */
const ofNpm = /^> .*$/

const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => !ofNpm.test(line))
    .join('\n')
    .trim()

/** `...` on a line of its own stands for any lines, within a line for anything on it. */
function isLike(shown: string, output: string): boolean {
  const lines = tidy(shown).split('\n')
  const form = lines.map((line) =>
    line.trim() === '...' ? '(?:.*\\n)*?' : `${line.split('...').map(escaped).join('.*')}\\n`,
  )
  return new RegExp(`^${form.join('')}$`).test(`${tidy(output)}\n`)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `"..."` stands for any value, as a name for any further fields, as the last of an array for any further values. */
function fits(shown: unknown, value: unknown): boolean {
  if (shown === '...') return true
  if (typeof shown === 'string' && typeof value === 'string') return isLike(shown, value)
  if (Array.isArray(shown)) return Array.isArray(value) && fitsArray(shown, value)
  if (!isObject(shown)) return Object.is(shown, value)
  if (!isObject(value)) return false
  const names = Object.keys(shown).filter((name) => name !== '...')
  const isWhole = '...' in shown || Object.keys(value).length === names.length
  return isWhole && names.every((name) => name in value && fits(shown[name], value[name]))
}

function fitsArray(shown: unknown[], values: unknown[]): boolean {
  const isOpen = shown.at(-1) === '...'
  const named = isOpen ? shown.slice(0, -1) : shown
  const isLong = isOpen ? values.length >= named.length : values.length === named.length
  return isLong && named.every((each, at) => fits(each, values[at]))
}

/** Whether an output is what a guide shows. JSON is compared by what it says, whatever its spaces and order. */
export function isShown({ language, text }: { language: string; text: string }, output: string): boolean {
  if (language !== 'json') return isLike(text, output)
  try {
    return fits(JSON.parse(text), JSON.parse(output))
  } catch {
    return false
  }
}

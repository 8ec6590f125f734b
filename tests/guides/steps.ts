import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Block, blocksOf } from '../../scripts/check/markdown.ts'
import { papers } from '../../scripts/check/papers.ts'

export const root = join(import.meta.dirname, '../..')

/** Something a guide tells its reader to do, and what it says that they then see. */
export type Step = {
  line: number
  language: string
  text: string
  /** What the reader calls the file, where other steps use it: the word after `ts run`. */
  file: string
  shows?: { language: string; text: string }
}
export type Guide = { path: string; steps: Step[] }

/** The steps of a text, in order: its blocks with the word `run`. What is shown stands right behind. */
export function stepsOf(text: string): Step[] {
  const lines = text.split('\n')
  const blocks = blocksOf(text)
  return blocks.flatMap((block, at) => {
    if (block.words[0] !== 'run') return []
    const { line, language, words } = block
    const shows = shownBy(block, blocks[at + 1], lines)
    return [
      {
        line,
        language,
        text: block.text,
        file: words[1] ?? `step-${line}.${language}`,
        ...(shows && { shows }),
      },
    ]
  })
}

function shownBy(block: Block, next: Block | undefined, lines: string[]) {
  if (next?.language !== 'text' && next?.language !== 'json') return undefined
  const between = lines.slice(block.endLine, next.line - 1)
  return between.every((line) => line.trim() === '') ? next : undefined
}

/** Every paper that has something to run. */
export const guides: Guide[] = papers()
  .map((path) => ({ path, steps: stepsOf(readFileSync(join(root, path), 'utf8')) }))
  .filter(({ steps }) => steps.length > 0)

import { parseArgs } from 'node:util'

export const help = `Doable: tasks and lists that you run yourself.

Usage: npm start -- [options]

  --port PORT   listen on this port (3000)
  --data DIR    keep the database and the keys in this folder (data)
  --demo        fill in three people and their lists, once
  --help        show this

All settings and their defaults are in .env.example; arguments go before them.
`

export type Arguments = { help: boolean; demo: boolean; env: Record<string, string> }

const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Reads the words after `npm start --`. @throws an Error of one sentence for a word that is not known */
export function readArguments(words: string[]): Arguments {
  const { values } = parse(words)
  const env = {
    ...(values.port !== undefined && { PORT: values.port }),
    ...(values.data !== undefined && { DATA_DIR: values.data }),
  }
  return { help: values.help, demo: values.demo, env }
}

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: false })
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ')
    throw new Error(`${sentence.replace(/\.$/, '')}; --help shows what there is.`)
  }
}

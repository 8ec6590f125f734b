import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Check } from './check.ts'
import { filesBelow } from './files.ts'
import { anchorsOf, blocksOf, linksOf } from './markdown.ts'
import { root } from './tool.ts'

/** Everything that is written for people to read. */
export const papers = () => filesBelow(root).filter((path) => path.endsWith('.md'))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Other names for a shell would get round the rule. */
const shells = new Set(['bash', 'shell', 'console', 'terminal', 'zsh', 'shell-session'])
/** Where an example is for the reader to use, not only to look at. */
const isManual = (path: string) => path === 'README.md' || /^docs\/(guides\/)?[^/]+\.md$/.test(path)
const isCode = (path: string, language: string) =>
  language === 'sh' || (isManual(path) && ['ts', 'js', 'javascript', 'typescript'].includes(language))

/**
 * What is wrong with the commands of one text: each block that a person is to type says whether a test runs it.
 * @param path where the text is, from the root of the repository
 */
export function wrongCommands(path: string, text: string): string[] {
  return blocksOf(text).flatMap(({ line, language, words: [word] }) => {
    if (shells.has(language)) return [`${path}:${line}: call it sh, not ${language}`]
    if (!isCode(path, language) || word === 'run' || word === 'elsewhere') return []
    return [`${path}:${line}: say "${language} run" (tests/guides runs it) or "${language} elsewhere"`]
  })
}

/** Each block of commands is run by a test, or says that it cannot be. */
export const commands: Check = {
  name: 'commands of the papers',
  run: () => papers().flatMap((path) => wrongCommands(path, read(path))),
}

const isAway = (target: string) => /^[a-z][a-z\d+.-]*:|^\/\//i.test(target)

function wrongLink(path: string, target: string): string | undefined {
  if (target.startsWith('/')) return 'begins at the root of a site'
  const [file = '', anchor] = decodeURIComponent(target).split('#')
  const to = file ? posix.join(posix.dirname(path), file) : path
  if (to.startsWith('..') || !existsSync(join(root, to))) return 'is not there'
  if (!anchor || !to.endsWith('.md')) return undefined
  return anchorsOf(read(to)).has(anchor) ? undefined : 'has no such heading'
}

/** The links of one text that lead nowhere. */
export const deadLinks = (path: string, text: string): string[] =>
  linksOf(text).flatMap(({ line, target }) => {
    const wrong = isAway(target) ? undefined : wrongLink(path, target)
    return wrong ? [`${path}:${line}: ${target} ${wrong}`] : []
  })

/** Links between the papers, and to files of the repository, lead somewhere. */
export const links: Check = {
  name: 'links of the papers',
  run: () => papers().flatMap((path) => deadLinks(path, read(path))),
}

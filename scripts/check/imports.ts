import { isBuiltin } from 'node:module'
import { posix } from 'node:path'

/** The parts a part may import from; `*` stands for any one name. A part may always import from itself. */
const mayImport: Record<string, string[]> = {
  'packages/contracts': [],
  'packages/domain': ['packages/contracts'],
  'packages/service-kit': ['packages/contracts', 'packages/domain'],
  'packages/client': ['packages/contracts', 'packages/domain'],
  'packages/ui': ['packages/contracts', 'packages/domain'],
  'services/*': ['packages/contracts', 'packages/domain', 'packages/service-kit'],
  'web/*': ['packages/contracts', 'packages/domain', 'packages/client', 'packages/ui'],
  standalone: ['services/*', 'packages/*', 'web/platform'],
  fleet: ['services/*', 'packages/*', 'standalone', 'web/platform'],
  // The client's store stands in for a browser, the kit makes the databases, and scripts read the papers; all else comes
  // through the door.
  tests: ['packages/client', 'packages/service-kit', 'fleet', 'scripts'],
  bench: [
    'packages/contracts',
    'packages/domain',
    'packages/client',
    'services/notification',
    'services/task',
    'fleet',
    'packages/service-kit',
    'tests',
    'scripts',
  ],
  scripts: ['services/*', 'packages/*', 'standalone', 'web/platform'],
}

/** Parts that also run in a browser: Node's own modules are not there. */
const inBrowser = /^(packages\/(contracts|domain|client|ui)|web\/(?!platform\/))/
/** Tests and what only tests use. */
export const isTest = (path: string) => /\.test\.tsx?$|^tests\/|\/fixtures\/|[./]testing\.tsx?$/.test(path)

/** The part of the house a file belongs to, such as `services/task` or `tests`. */
export function partOf(path: string): string {
  const [top = '', name = ''] = path.split('/')
  return ['packages', 'services', 'web'].includes(top) ? `${top}/${name}` : top
}

/** The part behind `@doable/<name>/...`; undefined for a package that is not ours. */
function partOfPackage(specifier: string): string | undefined {
  const name = /^@doable\/([^/]+)/.exec(specifier)?.[1]
  if (!name) return undefined
  if (name === 'standalone' || name === 'fleet') return name
  if (name.endsWith('-service')) return `services/${name.slice(0, -'-service'.length)}`
  return name.startsWith('web-') ? `web/${name.slice('web-'.length)}` : `packages/${name}`
}

/** Whether a part has a package.json of its own. */
export const isWorkspace = (part: string) => /^(packages|services|web)\/|^(standalone|fleet)$/.test(part)

const allows = (from: string, to: string) => {
  const rule = mayImport[from] ?? mayImport[from.replace(/\/.+/, '/*')] ?? []
  return from === to || rule.includes(to) || rule.includes(to.replace(/\/.+/, '/*'))
}

const comment = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm
const specifiers =
  /(?<=^|[\s;}])(?:import\s+|(?:import|export)\s[\w\s{},*$]*?\bfrom\s+)['"]([^'"\n]+)['"]|\bimport\s*\(\s*['"]([^'"\n]+)['"]/g

/** What a file imports or re-exports, in order. */
export function importsOf(text: string): string[] {
  return [...text.replace(comment, '').matchAll(specifiers)].map(([, a, b]) => (a ?? b) as string)
}

/**
 * What is wrong with the imports of one file.
 * @param declared the packages that its workspace (for a test, also the repository) depends on
 */
export function wrongImports(path: string, text: string, declared: Set<string>): string[] {
  return importsOf(text).flatMap((specifier) => {
    const wrong = judge(path, specifier, declared)
    return wrong ? [`${path} imports ${specifier}: ${wrong}`] : []
  })
}

function judge(path: string, specifier: string, declared: Set<string>): string | undefined {
  const part = partOf(path)
  if (specifier.startsWith('.')) return judgeRelative(part, posix.join(path, '..', specifier))
  if (isBuiltin(specifier)) {
    if (!specifier.startsWith('node:')) return 'write node: before a module of Node'
    return inBrowser.test(path) && !isTest(path) ? 'there is no Node in a browser' : undefined
  }
  const ours = partOfPackage(specifier)
  if (ours && !allows(part, ours)) return `${part} may not import from ${ours}`
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  return ours === part || declared.has(name) || (ours && !isWorkspace(part))
    ? undefined
    : `${name} is not among its dependencies`
}

function judgeRelative(part: string, target: string): string | undefined {
  const other = partOf(target)
  if (other === part) return undefined
  return !isWorkspace(part) && allows(part, other) ? undefined : `a path may not lead out of ${part}`
}

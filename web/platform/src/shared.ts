import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../../..')

const reactRouter = `BrowserRouter Routes Route Link NavLink Navigate useLocation useNavigate useParams useSearchParams`

/** Libraries that exist once per page, with the names the page offers of them. */
const libraries: Record<string, string[] | undefined> = {
  react: undefined,
  'react/jsx-runtime': undefined,
  'react-dom': undefined,
  'react-dom/client': undefined,
  'react-router': reactRouter.split(/\s+/),
  '@lingui/core': ['i18n', 'setupI18n'],
  '@lingui/react': ['I18nProvider', 'Trans', 'useLingui'],
}
const packages = ['ui', 'client', 'domain']
const ours = new RegExp(`^@doable/(${packages.join('|')})/[^.]+$`)

/** Whether a bare import stays bare in a build, because the page's import map names it. */
export const isShared = (id: string): boolean => id in libraries || ours.test(id)

const modulesOf = (name: string) =>
  globSync('**/*.{ts,tsx}', { cwd: join(root, 'packages', name, 'src') })
    .filter((file) => !/\.test\.|\.d\.ts$|testing/.test(file))
    .map((file) => `@doable/${name}/${file.replace(/\.tsx?$/, '')}`)
    .sort()

/** Every specifier of the import map that the platform answers for. */
export const sharedModules = (): string[] => [...Object.keys(libraries), ...packages.flatMap(modulesOf)]

const listed = readFileSync(join(import.meta.dirname, 'first-page.json'), 'utf8')
const first = new Set(JSON.parse(listed) as string[])

/** Whether a source file (or the style beside it) belongs to a module of the first page. */
export function isFirst(file: string): boolean {
  const [, name, path] = /\/packages\/(\w+)\/src\/([^.]+)[^/]*$/.exec(file) ?? []
  return first.has(`@doable/${name}/${path}`)
}

/**
 * What the first page needs, joined into few files: a hint for speed only. A module that stands in no bundle
 * has a file of its own. `size.ts` names modules that the first page loads and that belong here.
 */
export const bundles = (): Record<string, string[]> => {
  const known = sharedModules().filter((id) => first.has(id) || id in libraries)
  const bundle = (id: string) => (id in libraries ? 'vendor' : id.startsWith('@doable/ui/') ? 'kit' : 'core')
  return Object.groupBy(known, bundle) as Record<string, string[]>
}

const isCommonJs = (id: string) => /^react(-dom)?(\/|$)/.test(id)
const source = (id: string) => {
  const base = join(root, id.replace(/^@doable\/(\w+)\//, 'packages/$1/src/'))
  return readFileSync(existsSync(`${base}.tsx`) ? `${base}.tsx` : `${base}.ts`, 'utf8')
}

/** The names a shared module offers; CommonJS packages are asked, our own are read. */
export async function namesOf(id: string): Promise<string[]> {
  const only = libraries[id]
  if (only) return only
  if (isCommonJs(id)) return Object.keys(await import(id)).filter((name) => /^(?!default$|__)\w+$/.test(name))
  const values = /^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm
  const passedOn = /^export \{ (\w+) \} from/gm
  return [values, passedOn].flatMap((shape) =>
    [...source(id).matchAll(shape)].map((match) => match[1] as string),
  )
}
export const hasDefault = (id: string): boolean =>
  isCommonJs(id) || (ours.test(id) && /^export default /m.test(source(id)))

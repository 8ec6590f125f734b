import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Built, readBuilt } from './built.ts'

/** The page that joins whatever is deployed, and what its server must know. */
export type Page = {
  html: string
  /** Content-Security-Policy. */
  csp: string
  /** Every file of every part, as paths from the root. */
  files: string[]
  /** Changes whenever any part changes, or the service worker. */
  version: string
}

/** The order of all layers. Its element bears the id under which React Aria looks for its own style before it adds one. */
const layers = '@layer reset, tokens, ui, app;'
const start = `import 'shell/main'`
/** Before the first paint; everything else about themes is in `ui/theme`. */
const theme = `try{const t=localStorage.getItem('doable-theme');if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch{}`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Forbids everything that the page does not do itself (OWASP Content Security Policy cheat sheet). */
const policy = (scripts: string[]) =>
  [
    `default-src 'self'`,
    `script-src 'self' ${scripts.map(hashOf).join(' ')}`,
    `style-src 'self' ${hashOf(layers)}`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')

/** A worker lives under the policy it was sent with, and it has to fetch. */
export const workerPolicy = `default-src 'self'`

/** The microfrontend that a person sees first; its pages are fetched with the page instead of after it. */
const firstShown = 'task-management'

/** The JavaScript that the first page needs before it can show a task. */
export function firstFiles(parts: Built[]): string[] {
  const platform = parts.find((part) => part.name === 'platform')
  const ofShared = (id: string) => {
    const entry = platform?.entries[id]
    return entry ? [entry.file, ...entry.along] : []
  }
  const files = parts.flatMap((part) =>
    part === platform
      ? []
      : Object.values(part.entries).flatMap((entry) => {
          const now = [entry.file, ...entry.along, ...entry.shared.flatMap(ofShared)]
          return part.name === firstShown
            ? [...now, ...entry.later, ...entry.laterShared.flatMap(ofShared)]
            : now
        }),
  )
  return [...new Set(files)]
}

/** The built parts under `dist/mfe`; what is not there is left out. */
export function readParts(dist: string): Built[] {
  const folder = join(dist, 'mfe')
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  return names
    .filter((name) => existsSync(join(folder, name, 'mfe.json')))
    .map((name) => readBuilt(join(folder, name)))
}

const importMap = (parts: Built[]): string => {
  const entries = parts.flatMap((part) => Object.entries(part.entries))
  return JSON.stringify({ imports: Object.fromEntries(entries.map(([id, { file }]) => [id, file])) })
}

function head(parts: Built[], map: string): string {
  const platform = parts.find((part) => part.name === 'platform')
  const names = parts.map((part) => part.name).filter((name) => name !== 'platform' && name !== 'shell')
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f7f7f4" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1e2022" media="(prefers-color-scheme: dark)">
<meta name="description" content="Tasks and lists that you run yourself">
<meta name="microfrontends" content="${names.join(' ')}">
<title>Doable</title>
<link rel="icon" href="${platform?.icon ?? 'data:,'}">
<link rel="manifest" href="${platform?.webManifest ?? 'data:,'}">
<script>${theme}</script>
<style id="react-aria-pressable-style">${layers}</style>
<script type="importmap">${map}</script>
${parts.flatMap((part) => part.css.map((file) => `<link rel="stylesheet" href="${file}">`)).join('\n')}
${firstFiles(parts)
  .map((file) => `<link rel="modulepreload" href="${file}">`)
  .join('\n')}`
}

/**
 * Joins the `mfe.json` of every part under `dist/mfe` into one page. A part that is not there is left out of the
 * import map; the shell then says so in its place.
 */
export function compose(dist: string): Page {
  const parts = readParts(dist)
  const map = importMap(parts)
  const html = `<!doctype html>
<html lang="en">
<head>
${head(parts, map)}
</head>
<body><div id="root"></div><noscript>Doable needs JavaScript.</noscript><script type="module">${start}</script></body>
</html>
`
  const files = parts.flatMap((part) => part.files)
  const version = createHash('sha256')
    .update(html)
    .update(files.join())
    .update(workerText())
    .digest('hex')
    .slice(0, 12)
  const said = html.replace('<title>', `<meta name="version" content="${version}">\n$&`)
  return { html: said, csp: policy([theme, map, start]), files, version }
}

/** Each in a scope of its own, as files are. */
const workerText = () =>
  ['service-worker.js', 'push-worker.js']
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .map((text) => `{\n${text}}\n`)
    .join('')

/** The text of `/sw.js` for a page: the same worker, told which files belong to this version. */
export function serviceWorker(page: Page): string {
  return workerText()
    .replace(`'version'`, `'${page.version}'`)
    .replace(`['files']`, JSON.stringify(page.files))
}

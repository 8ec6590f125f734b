import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Built, Entry } from './built.ts'

export const entry = (file: string, more: Partial<Entry> = {}): Entry => ({
  file,
  along: [],
  shared: [],
  later: [],
  laterShared: [],
  ...more,
})

/** A folder with the built parts of a small application; `using` it removes it. */
export class Deployed {
  readonly dist = mkdtempSync(join(tmpdir(), 'doable-compose-'))

  remove(name: string): void {
    rmSync(join(this.dist, 'mfe', name), { recursive: true })
  }

  deploy(name: string, entries: Built['entries'], version = '1'): void {
    const style = `/mfe/${name}/style-${version}.css`
    const files = [style, ...Object.values(entries).map(({ file }) => file)]
    const built: Built = { name, entries, css: [style], files }
    mkdirSync(join(this.dist, 'mfe', name), { recursive: true })
    writeFileSync(join(this.dist, 'mfe', name, 'mfe.json'), JSON.stringify(built))
  }

  [Symbol.dispose](): void {
    rmSync(this.dist, { recursive: true })
  }

  all(): this {
    this.deploy('platform', {
      react: entry('/mfe/platform/vendor.js', { along: ['/mfe/platform/libraries.js'] }),
      '@doable/ui/select': entry('/mfe/platform/select.js'),
      '@doable/ui/tabs': entry('/mfe/platform/tabs.js'),
    })
    this.deploy('shell', { 'shell/main': entry('/mfe/shell/main.js', { shared: ['react'] }) })
    this.deploy('task-management', {
      'task-management/manifest': entry('/mfe/task-management/manifest.js', {
        later: ['/mfe/task-management/page.js'],
        laterShared: ['@doable/ui/tabs'],
      }),
    })
    this.deploy('user-profile', {
      'user-profile/manifest': entry('/mfe/user-profile/manifest.js', {
        later: ['/mfe/user-profile/page.js'],
        laterShared: ['@doable/ui/select'],
      }),
    })
    return this
  }
}

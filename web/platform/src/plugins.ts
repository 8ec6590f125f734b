import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import type { Plugin, PluginOption } from 'vite'

const packages = join(import.meta.dirname, '../../../packages')
const ours = /^@doable\/(client|ui)\/(.+)$/

/** Finds `@doable/ui/button` whether it is .tsx or .ts: Vite takes only the first target of an exports list. */
function sources(): Plugin {
  return {
    name: 'doable-sources',
    enforce: 'pre',
    resolveId(id) {
      const [, name, path] = ours.exec(id) ?? []
      if (!name || !path) return
      const base = join(packages, name, 'src', path)
      return ['', '.tsx', '.ts'].map((ending) => base + ending).find((file) => existsSync(file))
    },
  }
}

/** How our source becomes JavaScript: the same for the build, the development server and the tests. */
export const plugins = (): PluginOption[] => [sources(), lingui({ macroTransform: true }), react()]

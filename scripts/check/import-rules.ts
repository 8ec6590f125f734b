import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { sourceFiles } from './files.ts'
import { isTest, isWorkspace, partOf, wrongImports } from './imports.ts'
import { root } from './tool.ts'

type Dependencies = Record<string, string>
type Manifest = {
  dependencies?: Dependencies
  devDependencies?: Dependencies
  peerDependencies?: Dependencies
}

function dependenciesOf(folder: string): string[] {
  try {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest
    return Object.keys({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.peerDependencies,
    })
  } catch {
    return []
  }
}

/** Who may import whom, and only what is declared: see ARCHITECTURE.md. */
export const importRules: Check = {
  name: 'imports',
  run: () => {
    const ofRoot = dependenciesOf('.')
    return sourceFiles(root).flatMap((path) => {
      const part = partOf(path)
      const declared = new Set([
        ...(isWorkspace(part) ? dependenciesOf(part) : []),
        ...(isTest(path) || !isWorkspace(part) ? ofRoot : []),
      ])
      return wrongImports(path, readFileSync(join(root, path), 'utf8'), declared)
    })
  },
}

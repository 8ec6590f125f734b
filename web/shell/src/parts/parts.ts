import { partFailed } from '@doable/ui/events'
import type { Microfrontend } from '@doable/ui/microfrontend'

/** What the page knows of its microfrontends. `missing` are those that could not be loaded. */
export type Parts = { loaded: readonly Microfrontend[]; missing: readonly string[]; settled: boolean }

type Load = (name: string) => Promise<{ default: Microfrontend }>

/** The import map of the page says where `<name>/manifest` is. */
const fromImportMap: Load = (name) => import(/* @vite-ignore */ `${name}/manifest`)

/** The names of what is deployed; the server writes them into the page. */
const deployed = () =>
  document.querySelector<HTMLMetaElement>('meta[name=microfrontends]')?.content.split(' ').filter(Boolean) ??
  []

/** Loads the manifests side by side; one that fails leaves the rest and can be tried again. */
export class PartList {
  #parts: Parts = { loaded: [], missing: [], settled: false }
  readonly #names: () => string[]
  readonly #load: Load
  readonly #listeners = new Set<() => void>()

  constructor(names: () => string[] = deployed, load: Load = fromImportMap) {
    this.#names = names
    this.#load = load
  }

  readonly get = (): Parts => this.#parts
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Loads what is not there yet. */
  async load(): Promise<void> {
    const here = new Set(this.#parts.loaded.map((part) => part.name))
    const names = this.#names().filter((name) => !here.has(name))
    const results = await Promise.allSettled(names.map((name) => this.#load(name)))
    const came = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.default] : []))
    const missing = names.filter((_, i) => results[i]?.status === 'rejected')
    if (missing.length > 0) partFailed.say(undefined)
    this.#parts = { loaded: [...this.#parts.loaded, ...came], missing, settled: true }
    for (const listener of this.#listeners) listener()
  }
}

export const parts = new PartList()

import type { Problem } from '@doable/contracts/common'
import type { Completion } from '@doable/contracts/completion'
import type { Label } from '@doable/contracts/label'
import type { List, Section } from '@doable/contracts/list'
import type { Operation } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'

/** What a person's browser knows, by kind and id. */
export type Rows = {
  tasks: Map<string, Task>
  lists: Map<string, List>
  sections: Map<string, Section>
  labels: Map<string, Label>
  completions: Map<string, Completion>
}
export type Kind = keyof Rows
export const kinds: readonly Kind[] = ['tasks', 'lists', 'sections', 'labels', 'completions']
export const noRows = (): Rows => ({
  tasks: new Map(),
  lists: new Map(),
  sections: new Map(),
  labels: new Map(),
  completions: new Map(),
})

/**
 * `loading` until the disk is read; `syncing` while talking to the server; `idle` when all is sent and up to date;
 * `offline` while the server is out of reach (it is tried again); `signed-out` when the session ended (what is queued stays).
 */
export type Status = 'loading' | 'syncing' | 'idle' | 'offline' | 'signed-out'

/** Something the server would not take. It is undone on the screen; `along` are later operations that hung on it. */
export type Refusal = { operation: Operation; problem: Problem; along: Operation[] }

/** One moment of the store. Never changes; what did not change is the very same object in the next one. */
export type View = {
  readonly tasks: ReadonlyMap<string, Task>
  readonly lists: ReadonlyMap<string, List>
  readonly sections: ReadonlyMap<string, Section>
  readonly labels: ReadonlyMap<string, Label>
  /** What became of occurrences of repeating tasks, by `<task>:<day>`. */
  readonly completions: ReadonlyMap<string, Completion>
  /** How many operations are not yet known to have reached the server. */
  readonly pending: number
  readonly status: Status
  /** `failed`: this browser cannot keep data on disk (private window, full disk); a reload loses what is pending. */
  readonly storage: 'ok' | 'failed'
  /** True once the disk is read and, on the very first visit, the server has sent everything. */
  readonly loaded: boolean
  /** When the last exchange with the server ended well, by this device's clock. */
  readonly lastSyncedAt: string | null
  readonly refused: readonly Refusal[]
}

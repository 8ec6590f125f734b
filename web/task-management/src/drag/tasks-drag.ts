/** What is dragged and where it can be dropped, as the drag and drop library carries it. */
export type Carried = Record<string | symbol, unknown>

const tasks = Symbol('tasks')
export const carryTasks = (ids: string[]): Carried => ({ [tasks]: ids })
/** The ids of the dragged tasks; nothing when something else is dragged. */
export const carriedTasks = (data: Carried): string[] | undefined => data[tasks] as string[] | undefined

const list = Symbol('list')
export const carryList = (id: string): Carried => ({ [list]: id })
/** The id of the dragged list; nothing when something else is dragged. */
export const carriedList = (data: Carried): string | undefined => data[list] as string | undefined

/** What of the navigation is put in order by dragging it among its own kind. */
export type OrderedKind = 'label' | 'filter' | 'favorite'
const ordered = Symbol('ordered')
export const carryOrdered = (kind: OrderedKind, id: string): Carried => ({ [ordered]: { kind, id } })
/** The id of the dragged thing of that kind; nothing when something else is dragged. */
export function carriedOrdered(kind: OrderedKind, data: Carried): string | undefined {
  const carried = data[ordered] as { kind: OrderedKind; id: string } | undefined
  return carried?.kind === kind ? carried.id : undefined
}

const target = Symbol('target')
export type DropTarget =
  | { kind: 'row'; id: string; groupId: string }
  | { kind: 'group'; groupId: string }
  | { kind: 'list'; listId: string }
export const targetData = (where: DropTarget): Carried => ({ [target]: where })
export const targetOf = (data: Carried): DropTarget | undefined => data[target] as DropTarget | undefined

import { newId } from '@doable/domain/ids'
import type { Planned } from '@doable/domain/quick-add/new-tasks'
import type { Act } from './inverse.ts'
import { creations } from './moving.ts'
import { place } from './placement.ts'
import type { View } from './view.ts'

type Placed = { id: string; position: string }

/** New things with positions behind those that they share an order with. */
function atTheEnd<T extends { id: string }>(made: T[], among: Iterable<Placed>): (T & Placed)[] {
  const ids = made.map(({ id }) => id)
  const positions = new Map(place(ids, [...among], {}).map(({ id, position }) => [id, position]))
  return made.flatMap((each) => {
    const position = positions.get(each.id)
    return position === undefined ? [] : [{ ...each, position }]
  })
}

/** Acts that make what lines of quick add come to: first what the tasks need, then the tasks. */
export function planActs(planned: Planned, view: View, personId: string): Act[] {
  const color = 'gray'
  const lists = atTheEnd(planned.lists, view.lists.values())
  const labels = atTheEnd(
    planned.labels.map((name) => ({ id: newId(), name })),
    view.labels.values(),
  )
  const sections = [...Map.groupBy(planned.sections, ({ listId }) => listId)].flatMap(([id, made]) =>
    atTheEnd(
      made,
      [...view.sections.values()].filter(({ listId }) => listId === id),
    ),
  )
  return [
    ...lists.map(
      ({ id, ...fields }): Act => ({ type: 'list.create', subjectId: id, fields: { ...fields, color } }),
    ),
    ...sections.map(({ id, ...fields }): Act => ({ type: 'section.create', subjectId: id, fields })),
    ...labels.map(
      ({ id, ...fields }): Act => ({ type: 'label.create', subjectId: id, fields: { ...fields, color } }),
    ),
    ...creations(planned.tasks, view.tasks, personId, {}),
  ]
}

import { useView } from '@doable/client/react'
import { ColorDot } from '@doable/ui/color-dot'
import { useListName } from '../names/use-list-name.ts'
import css from './row-meta.module.css'

/** The name of a list behind its colour. */
export function ListText({ id }: { id: string }) {
  const list = useView((view) => view.lists.get(id))
  const name = useListName(list)
  if (!list) return null
  return (
    <span className={css.list}>
      <ColorDot color={list.color} size={8} />
      <span dir="auto">{name}</span>
    </span>
  )
}

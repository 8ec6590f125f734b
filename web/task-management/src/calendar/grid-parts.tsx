import type { ComponentProps } from 'react'

const part = (role: string) => (props: ComponentProps<'div'>) => <div role={role} {...props} />

/**
 * The parts of a date grid (ARIA Authoring Practices). The elements of a table have the same roles, but cannot share out a
 * height among their rows, nor have blocks lie over their cells.
 */
export const Grid = part('grid')
export const Rows = part('rowgroup')
export const Row = part('row')
export const Cell = part('gridcell')
export const ColumnHead = part('columnheader')
export const RowHead = part('rowheader')

/** What a part of a query's text is, for an editor that colours it. Keywords have their colon with them, names their sign. */
export type MarkKind =
  | 'operator'
  | 'keyword'
  | 'list'
  | 'section'
  | 'label'
  | 'priority'
  | 'day'
  | 'person'
  | 'words'
/** UTF-16 offsets, the end not included. */
export type Mark = { kind: MarkKind; start: number; end: number }

import '../words.ts'
import { panesOf } from '@doable/client/filter-selectors'
import { useView } from '@doable/client/react'
import { limits } from '@doable/domain/query/limits'
import { Button } from '@doable/ui/button'
import { Dialog } from '@doable/ui/dialog'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useId } from 'react'
import { QueryField } from '../query-field.tsx'
import { QueryNotes } from '../query-notes.tsx'
import { useAsking } from '../use-asking.ts'
import { useLate } from '../use-late.ts'
import { useQueryNames } from '../use-query-names.ts'
import { useReadQuery } from '../use-read-query.ts'
import { useUnknownNames } from '../use-unknown-names.ts'
import css from './builder.module.css'
import { GroupBox } from './group-box.tsx'
import { type Builder, useBuilder } from './use-builder.ts'

/** How many tasks a text shows; nothing while it is no query. */
function Found({ text }: { text: string }) {
  const asking = useAsking()
  const panes = useView((view) => panesOf(view, text, asking))
  if (!panes) return null
  const count = new Set(panes.flat()).size
  return (
    <span role="status" className={css.found}>
      {plural(count, { one: '# task', other: '# tasks' })}
    </span>
  )
}

function Panes({ builder }: { builder: Builder }) {
  const { t } = useLingui()
  const names = useQueryNames()
  const { panes, remove, addPane } = builder
  const several = panes.length > 1
  return (
    <div className={css.panes}>
      {panes.map((pane, at) => (
        <GroupBox
          key={pane.id}
          {...{ names, builder }}
          node={pane}
          depth={1}
          label={several ? t`Pane ${at + 1}` : t`Conditions`}
          onRemove={several ? () => remove(pane.id) : undefined}
        />
      ))}
      {panes.length < limits.panes && (
        <Button small kind="quiet" icon={<Plus />} className={css.addPane ?? ''} onClick={addPane}>
          {t`Pane beside these`}
        </Button>
      )}
    </div>
  )
}

/** Why there is only text here. */
function Unshown({ why }: { why: Builder['unshown'] }) {
  const { t } = useLingui()
  return (
    <p className={css.unshown}>
      {why === 'nested'
        ? t`This filter is nested too deeply to be shown here. It stays as text.`
        : t`The text is not a filter yet. Mend it to go on here.`}
    </p>
  )
}

/** Builds a query from conditions, with its text in sight; either can be changed, the other follows. */
export function BuilderDialog({
  text: start,
  onClose,
  onDone,
}: {
  text: string
  onClose(): void
  onDone(text: string): void
}) {
  const { t } = useLingui()
  const notes = useId()
  const builder = useBuilder(start)
  const { text, unshown } = builder
  const read = useReadQuery(text)
  const unknown = useUnknownNames(read.query)
  const { late } = useLate(read.fault)
  const names = useQueryNames()
  const actions = (
    <>
      <Found text={text} />
      <Button onClick={onClose}>{t`Cancel`}</Button>
      <Button kind="primary" disabled={!read.query} onClick={() => onDone(text)}>{t`Done`}</Button>
    </>
  )
  return (
    <Dialog wide title={t`Build filter`} isOpen onClose={onClose} actions={actions}>
      <div className={css.builder}>
        <QueryField
          {...{ text, read, names }}
          fault={late}
          unfinished={read.fault !== undefined || unknown.length > 0}
          describedBy={notes}
          notes={<QueryNotes id={notes} fault={late} unknown={unknown} />}
          onText={builder.setText}
        />
        {unshown ? <Unshown why={unshown} /> : <Panes builder={builder} />}
      </div>
    </Dialog>
  )
}

import './words.ts'
import { useStore } from '@doable/client/react'
import type { List } from '@doable/contracts/list'
import { ConfirmDialog } from '@doable/ui/confirm-dialog'
import { lazily } from '@doable/ui/lazily'
import { useLingui } from '@lingui/react/macro'
import { NameDialog, NamedDialog } from '../names/dialogs.ts'
import type { ListDialog } from './list-menu.tsx'

const ShareDialog = lazily(async () => (await import('../share/share-dialog.tsx')).ShareDialog)

/** The dialog that is open for a list, if any. */
export function ListDialogs({
  list,
  dialog,
  onClose,
}: {
  list: List
  dialog: ListDialog | undefined
  onClose(): void
}) {
  const { t } = useLingui()
  const store = useStore()
  const { id, name } = list
  if (dialog === 'edit')
    return (
      <NamedDialog
        title={list.templateAt === null ? t`Edit list` : t`Edit template`}
        action={t`Save`}
        now={list}
        onClose={onClose}
        onSave={(named) => store.updateList(id, named)}
      />
    )
  if (dialog === 'share') return <ShareDialog list={list} onClose={onClose} />
  if (dialog === 'trash')
    return (
      <ConfirmDialog
        isOpen
        title={t`Move the shared list ${name} to the trash?`}
        action={t`Move to trash`}
        onClose={onClose}
        onConfirm={() => {
          onClose()
          store.trashList(id)
        }}
      >
        {t`It disappears for everybody it is shared with. You can restore it from the trash.`}
      </ConfirmDialog>
    )
  return (
    <NameDialog
      title={t`Add section`}
      label={t`Section name`}
      isOpen={dialog === 'section'}
      onClose={onClose}
      onSave={(sectionName) => store.addSection({ listId: id, name: sectionName })}
    />
  )
}

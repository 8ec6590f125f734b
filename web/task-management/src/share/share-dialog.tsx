import { useOffline, usePerson } from '@doable/client/react'
import type { List } from '@doable/contracts/list'
import { Avatar } from '@doable/ui/avatar'
import { Dialog } from '@doable/ui/dialog'
import { FormMessage } from '@doable/ui/form-message'
import { IconButton } from '@doable/ui/icon-button'
import { useLingui } from '@lingui/react/macro'
import { UserMinus } from 'lucide-react'
import { InviteForm } from './invite-form.tsx'
import './words.ts'
import css from './share.module.css'
import { useMembers } from './use-members.ts'

/** Who shares a list, and who else should. The one thing here that needs the network. */
export function ShareDialog({ list, onClose }: { list: List; onClose(): void }) {
  const { t } = useLingui()
  const offline = useOffline()
  const { members, error, add, remove } = useMembers(list)
  const me = usePerson()?.id
  const owner = list.role === 'owner'
  const roles = { owner: t`Owner`, editor: t`May edit`, viewer: t`May read` }
  return (
    <Dialog title={t`Share ${list.name}`} isOpen onClose={onClose}>
      {owner && <InviteForm disabled={offline} onAdd={add} />}
      {offline && (
        <FormMessage>{t`You are offline. Sharing works again once you are connected.`}</FormMessage>
      )}
      <FormMessage kind="error">{error}</FormMessage>
      <ul className={css.members}>
        {members.map((member) => (
          <li key={member.personId} className={css.member}>
            <Avatar name={member.name} size={28} />
            <span className={css.who}>
              <span dir="auto">{member.name}</span>
              <span className={css.email}>{member.email}</span>
            </span>
            <span className={css.role}>{roles[member.role]}</span>
            {member.role !== 'owner' && (owner || member.personId === me) && (
              <IconButton
                label={member.personId === me ? t`Leave this list` : t`Stop sharing with ${member.name}`}
                disabled={offline}
                onClick={() => remove(member.personId)}
              >
                <UserMinus />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

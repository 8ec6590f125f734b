import { userApi } from '@doable/client/api'
import { setPerson } from '@doable/client/session'
import type { User } from '@doable/contracts/user'
import { Avatar } from '@doable/ui/avatar'
import { Button } from '@doable/ui/button'
import { FormMessage } from '@doable/ui/form-message'
import { useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { pictureOf, squared } from './picture.ts'
import css from './profile.module.css'
import { Failure, FormHeading, useSaving } from './saving.tsx'

/** Choose, replace or remove the picture. */
export function PictureForm({ person }: { person: User }) {
  const { t } = useLingui()
  const saving = useSaving()
  const [unreadable, setUnreadable] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const choose = async (file: File | undefined) => {
    if (!file) return
    const body = await squared(file).catch(() => undefined)
    setUnreadable(!body)
    if (body) await saving.save(async () => setPerson(await userApi.changePicture({ body })))
  }
  const remove = () => saving.save(async () => setPerson(await userApi.removePicture()))
  const busy = saving.state.phase === 'saving'
  return (
    <section className={css.form}>
      <FormHeading saving={saving}>{t`Picture`}</FormHeading>
      <div className={css.picture}>
        <Avatar name={person.name} picture={pictureOf(person)} size={64} />
        <input
          ref={chooser}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          className={css.hidden}
          aria-label={t`Picture file`}
          onChange={(event) => {
            void choose(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button onClick={() => chooser.current?.click()} busy={busy}>
          {person.pictureAt ? t`Replace picture` : t`Choose picture`}
        </Button>
        {person.pictureAt && <Button kind="quiet" onClick={remove}>{t`Remove`}</Button>}
      </div>
      <FormMessage kind="error">
        {unreadable && t`This file is not a picture that can be read here. Choose a PNG, JPEG or WebP.`}
      </FormMessage>
      <Failure saving={saving} />
    </section>
  )
}

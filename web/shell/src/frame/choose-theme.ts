import { userApi } from '@doable/client/api'
import { currentPerson, setPerson } from '@doable/client/session'
import { applyTheme, type Theme } from '@doable/ui/theme'
import { toast } from '@doable/ui/toast'
import { t } from '@lingui/core/macro'

/** Shows a theme at once, and keeps it in the person's profile for their other devices. */
export async function chooseTheme(theme: Theme): Promise<void> {
  applyTheme(theme)
  const person = currentPerson()
  if (!person) return
  setPerson({ ...person, theme })
  try {
    setPerson(await userApi.changeProfile({ body: { theme } }))
  } catch {
    toast(t`The theme could not be saved.`)
  }
}

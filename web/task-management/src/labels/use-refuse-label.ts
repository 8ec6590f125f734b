import { activeLabels } from '@doable/client/list-selectors'
import { useView } from '@doable/client/react'
import { useLingui } from '@lingui/react/macro'

/** Says what is wrong with a name for a label: signs that quick add needs, or one that exists. `id` is the label itself. */
export function useRefuseLabel(id?: string): (name: string) => string | undefined {
  const { t } = useLingui()
  const labels = useView(activeLabels)
  return (name) => {
    if (/["@#,]/.test(name)) return t`A label cannot hold quotes, commas, @ or #.`
    const taken = labels.some((label) => label.id !== id && label.name.toLowerCase() === name.toLowerCase())
    return taken ? t`There is a label of this name already.` : undefined
  }
}

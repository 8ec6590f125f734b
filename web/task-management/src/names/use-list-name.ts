import { useLingui } from '@lingui/react/macro'

type Named = { name: string; isInbox: boolean }

/** What a list is called: the Inbox in the person's language, any other as its people named it. */
export function useListNames(): (list: Named | undefined) => string {
  const { t } = useLingui()
  return (list) => (list?.isInbox ? t`Inbox` : (list?.name ?? ''))
}
export const useListName = (list: Named | undefined): string => useListNames()(list)

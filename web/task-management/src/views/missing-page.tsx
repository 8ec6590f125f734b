import { useView } from '@doable/client/react'
import { taskLink } from '@doable/domain/task-link'
import { EmptyState } from '@doable/ui/empty-state'
import { usePageTitle } from '@doable/ui/page-title'
import { ButtonLink } from '@doable/ui/text-link'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'

/** At the address of a list or filter that is not here (any more). Says nothing until it is known what there is. */
export function MissingPage({ kind }: { kind: 'list' | 'filter' | 'page' }) {
  const { t } = useLingui()
  const loaded = useView((view) => view.loaded)
  const titles = { list: t`No such list`, filter: t`No such filter`, page: t`No such page` }
  const title = titles[kind]
  usePageTitle(loaded ? title : '')
  if (!loaded) return <div aria-busy="true" />
  const words = {
    list: t`This list is in the trash, or no longer shared with you.`,
    filter: t`This filter was removed, or belongs to somebody else.`,
    page: t`There is nothing at this address.`,
  }
  return (
    <>
      <VisuallyHidden as="h1">{title}</VisuallyHidden>
      <EmptyState action={<ButtonLink to={taskLink({ view: 'today' })}>{t`Go to Today`}</ButtonLink>}>
        {words[kind]}
      </EmptyState>
    </>
  )
}

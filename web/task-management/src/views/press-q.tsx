import { Kbd } from '@doable/ui/kbd'
import { Trans } from '@lingui/react/macro'

/** The one thing that helps where there is nothing, with its key. */
export const PressQ = () => (
  <Trans>
    Press <Kbd keys="q" /> to add a task.
  </Trans>
)

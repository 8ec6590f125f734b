import { again } from '@doable/ui/opening'
import { caretToEnd } from '@doable/ui/waiting-line'
import { useLingui } from '@lingui/react/macro'
import { type ComponentProps, Suspense, useState } from 'react'
import css from '../quick-add/quick-add.module.css'
import type { QuickAddForm } from '../quick-add/quick-add-form.tsx'

const load = () => import('../quick-add/quick-add-form.tsx')
const useForm = again(async () => ({ default: (await load()).QuickAddForm }))

/** Fetches the form ahead of the first time it is wanted. */
export const preloadQuickAdd = (): void => void load().catch(() => undefined)

/** Takes what is typed while the form is still on its way, so that no key goes to the page instead. */
function Waiting({ text, onType }: { text: string; onType(text: string): void }) {
  const { t } = useLingui()
  return (
    <div className={css.form}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it appears because the person asked to add a task
        autoFocus
        aria-label={t`New task`}
        dir="auto"
        className={css.waiting}
        value={text}
        onFocus={caretToEnd}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  )
}

/** The line that understands what is typed; its words and grammars are fetched when the first one opens. */
export function QuickAdd(props: ComponentProps<typeof QuickAddForm>) {
  const Form = useForm()
  const [typed, setTyped] = useState(props.initial ?? '')
  return (
    <Suspense fallback={<Waiting text={typed} onType={setTyped} />}>
      <Form {...props} initial={typed} />
    </Suspense>
  )
}

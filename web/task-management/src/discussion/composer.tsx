import { useStore } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { announce } from '@doable/ui/announce'
import { useLingui } from '@lingui/react/macro'
import { useDraft } from './use-draft.ts'
import type { usePeople } from './use-people.ts'
import { Writing } from './writing.tsx'

/** Where one says something new. What is begun stays, whatever becomes of the panel or the page. */
export function Composer({ task, people }: { task: Task; people: ReturnType<typeof usePeople> }) {
  const { t } = useLingui()
  const store = useStore()
  const [text, setText] = useDraft(store.personId, task.id)
  const send = (written: string) => {
    store.addComment(task.id, written)
    setText('')
    announce(t`Comment added`)
  }
  return (
    <div data-composer>
      <Writing
        label={t`Write a comment`}
        text={text}
        onText={setText}
        people={people}
        send={t`Comment`}
        onSend={send}
      />
    </div>
  )
}

import type { Task } from '@doable/contracts/task'
import { Avatar } from '@doable/ui/avatar'
import { Button } from '@doable/ui/button'
import { Skeleton } from '@doable/ui/skeleton'
import { useLingui } from '@lingui/react/macro'
import { Moment } from '../moment.tsx'
import { usePeople } from '../use-people.ts'
import '../words.ts'
import { EntryLines } from './entry-lines.tsx'
import css from './history.module.css'
import { type Gathered, momentsOf } from './moments.ts'
import { useHistory } from './use-history.ts'

type People = ReturnType<typeof usePeople>

function MomentItem({ task, moment, people }: { task: Task; moment: Gathered; people: People }) {
  const { t } = useLingui()
  const { name, picture, isMe } = people.whoIs(moment.actorId)
  return (
    <li className={css.moment}>
      <Avatar name={name} picture={picture} size={22} />
      <div className={css.what}>
        <p className={css.head}>
          <strong dir="auto">{isMe ? t`You` : name}</strong>
          <Moment at={moment.at} />
        </p>
        {moment.entries.map((entry) => (
          <EntryLines key={entry.id} task={task} entry={entry} whoIs={people.whoIs} />
        ))}
      </div>
    </li>
  )
}

/** Who did what to a task, the latest first. It is the server's to tell, so it says what is missing without a network. */
export function History({ task }: { task: Task }) {
  const { t } = useLingui()
  const people = usePeople(task.listId)
  const { entries, isMore, trouble, loadMore, retry } = useHistory(task)
  const words = {
    offline: entries
      ? t`You are offline. What was done last may be missing; it comes once you are connected.`
      : t`You are offline. The history comes once you are connected.`,
    failed: t`The history could not be loaded. It is tried again.`,
  }
  return (
    <div className={css.history} aria-busy={!entries && !trouble}>
      <div role="status">
        {trouble && (
          <p className={css.trouble}>
            {words[trouble]} <Button small kind="quiet" onClick={retry}>{t`Try now`}</Button>
          </p>
        )}
      </div>
      {!entries && !trouble && <Skeleton width="100%" height="64px" />}
      {entries?.length === 0 && <p className={css.trouble}>{t`Nothing has been done to it yet.`}</p>}
      <ol className={css.moments}>
        {momentsOf(entries ?? []).map((moment) => (
          <MomentItem key={moment.entries[0]?.id} task={task} moment={moment} people={people} />
        ))}
      </ol>
      {isMore && <Button small kind="quiet" onClick={() => void loadMore()}>{t`Show earlier`}</Button>}
    </div>
  )
}

import { httpTransport } from '@doable/client/http-transport'
import { asPerson, currentPerson } from '@doable/client/session'
import { Store } from '@doable/client/store'
import type { User } from '@doable/contracts/user'
import { sessionEnded } from '@doable/ui/events'
import { useEffect, useState } from 'react'

/** The store of a person; started when they come in, stopped when they leave. What was not sent stays on disk. */
export function usePersonStore(person: User): Store {
  const [store] = useState(
    () =>
      new Store({
        personId: person.id,
        transport: httpTransport({ guard: asPerson(person.id) }),
        timeZone: () => currentPerson()?.timeZone ?? person.timeZone,
      }),
  )
  useEffect(() => {
    void store.start()
    const look = () => store.getSnapshot().status === 'signed-out' && sessionEnded.say(undefined)
    const unsubscribe = store.subscribe(look)
    return () => {
      unsubscribe()
      store.stop()
    }
  }, [store])
  return store
}

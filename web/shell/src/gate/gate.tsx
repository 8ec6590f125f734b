import { StoreProvider, usePerson } from '@doable/client/react'
import { refreshPerson } from '@doable/client/session'
import type { User } from '@doable/contracts/user'
import { sessionEnded } from '@doable/ui/events'
import { lazyPage } from '@doable/ui/lazy-page'
import { Suspense, useEffect, useState } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { Frame } from '../frame/frame.tsx'
import { Boundary } from '../parts/boundary.tsx'
import { nextPath, withNext } from './next-path.ts'
import { usePersonStore } from './use-person-store.ts'
import { useReader } from './use-reader.ts'

const SignInPage = lazyPage(() => import('./sign-in-page.tsx'))
const RegisterPage = lazyPage(() => import('./register-page.tsx'))
const retry = () => {
  SignInPage.retry()
  RegisterPage.retry()
}

/** `asking` only while nobody is known here and the server has not said whether the cookie still is somebody's. */
type Session = 'asking' | 'open' | 'ended'

/** A person who was here before is let in at once; whether their session still holds is asked meanwhile. */
function useSession(person: User | null) {
  const [session, setSession] = useState<Session>(person ? 'open' : 'asking')
  useEffect(() => {
    void refreshPerson().then((me) => setSession(me ? 'open' : 'ended'))
    return sessionEnded.hear(() => setSession('ended'))
  }, [])
  const known = person?.id
  useEffect(() => {
    if (!known) setSession((now) => (now === 'open' ? 'ended' : now))
  }, [known])
  return [session, setSession] as const
}

function Entry({ email, onEntered }: { email: string | undefined; onEntered(): void }) {
  const { pathname, search, hash } = useLocation()
  return (
    <Boundary onRetry={retry}>
      <Suspense>
        <Routes>
          <Route path="/sign-in" element={<SignInPage knownEmail={email ?? ''} onEntered={onEntered} />} />
          <Route path="/register" element={<RegisterPage onEntered={onEntered} />} />
          <Route
            path="*"
            element={<Navigate to={withNext('/sign-in', pathname + search + hash)} replace />}
          />
        </Routes>
      </Suspense>
    </Boundary>
  )
}

/** The application of one person: their store stands as long as they do. */
function Inside({ person }: { person: User }) {
  const store = usePersonStore(person)
  const { pathname, search } = useLocation()
  useReader(person)
  if (/^\/(sign-in|register)$/.test(pathname)) return <Navigate to={nextPath(search)} replace />
  return (
    <StoreProvider store={store}>
      <Frame />
    </StoreProvider>
  )
}

/** Lets in who is signed in; everybody else signs in or registers first and then goes where they wanted. */
export function Gate() {
  const person = usePerson()
  const [session, setSession] = useSession(person)
  if (session === 'asking') return <div aria-busy="true" />
  if (!person || session === 'ended')
    return <Entry email={person?.email} onEntered={() => setSession('open')} />
  return <Inside key={person.id} person={person} />
}

import type { Me } from '@doable/contracts/user'
import { usePerson } from './react.ts'

/** The signed-in person, for pages behind the sign-in gate. Throws where nobody is signed in. */
export function useMe(): Me {
  const person = usePerson()
  if (!person) throw new Error('useMe stands outside the sign-in gate')
  return person
}

import { v7 } from 'uuid'

/** A new id: a UUID of version 7 (RFC 9562), in lower case, so that rows made later sort later. */
export const newId = (): string => v7()

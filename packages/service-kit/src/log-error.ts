import { BaseError } from 'sequelize'

/** `ada@example.org`, and `ada:secret@` of an address. */
const mailAddress = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g
const signIn = /\/\/[^\s/@]*:[^\s/@]*@/g
/** What stands behind the host of an address can be a secret: of a webhook, of a browser that takes push. */
const behindHost = /(\w+:\/\/[^\s/?#"'<>]+)[/?#][^\s"'<>]+/g
const phoneNumber = /\+?\d[\d ()/-]{6,}\d/g
/** JSON.parse shows what it could not read, and SQL Server what it could not keep. */
const quoted = /'.*'|".*"|\(.*\)/gs

const withoutPeople = (text: string): string =>
  text.replace(signIn, '//').replace(behindHost, '$1/…').replace(mailAddress, '…@…').replace(phoneNumber, '…')

/** What an error says, without what a person wrote and without what only some may know. */
export function shownMessage(error: Error): string {
  const isQuoting = error instanceof BaseError || error instanceof SyntaxError
  return withoutPeople(isQuoting ? error.message.replace(quoted, '…') : error.message)
}

/** Where it happened; the message stands before it once more. */
function framesOf({ message, stack = '' }: Error): string {
  const at = message === '' ? -1 : stack.indexOf(message)
  const rest = at < 0 ? stack : stack.slice(at + message.length)
  return rest
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n')
}

const bare = (message: string) => ({ type: 'none', message, stack: message })

type Coded = Error & { code?: unknown; number?: unknown; original?: { code?: unknown; number?: unknown } }

/**
 * What of an error is logged. Other fields of it are not: a failed statement carries its SQL and the values it was given, an
 * answer of a provider whom it was for.
 */
export function shownError(thrown: unknown) {
  if (!(thrown instanceof Error)) return bare(withoutPeople(String(thrown)))
  const error: Coded = thrown
  const message = shownMessage(error)
  const code = error.code ?? error.original?.code
  const number = error.number ?? error.original?.number
  const stack = `${error.name}: ${message}\n${framesOf(error)}`
  return {
    type: error.name,
    message,
    stack,
    ...(code !== undefined && { code }),
    ...(number !== undefined && { number }),
  }
}

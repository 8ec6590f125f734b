import { ApiError } from '@doable/client/route-client'
import { t } from '@lingui/core/macro'

/** What the server said, sorted to the fields it is about. `form` is about the whole. */
export type Said = { form?: string; fields: Record<string, string> }

const field = (pointer: string) => pointer.replace(/^#?\/(body\/)?/, '').split('/')[0] ?? ''
const code = (type: string) => type.split(/[/:#]/).at(-1) ?? ''

function known(error: ApiError): Said | undefined {
  const wait = Math.ceil((error.retryAfter ?? 60_000) / 60_000)
  if (error.status === 429) return { form: t`Too many attempts. Try again in ${wait} min.`, fields: {} }
  if (error.status === 401) return { form: t`This e-mail and password do not fit together.`, fields: {} }
  if (/email.*(taken|used|exists)/.test(code(error.problem.type)) || error.status === 409)
    return { fields: { email: t`There is already an account with this e-mail.` } }
  if (code(error.problem.type) === 'weak-password')
    return {
      fields: { password: t`This password is among the first that an attacker tries. Choose another.` },
    }
  return undefined
}

/** Turns a failed call into words at the fields and above the form. */
export function said(error: unknown): Said {
  if (!(error instanceof ApiError))
    return { form: t`The server cannot be reached. What you typed is still here.`, fields: {} }
  const words = known(error)
  if (words) return words
  const fields = Object.fromEntries(
    (error.problem.errors ?? []).map((each) => [field(each.pointer), each.detail]),
  )
  const form = Object.keys(fields).length ? undefined : (error.problem.detail ?? error.problem.title)
  return { fields, ...(form && { form }) }
}

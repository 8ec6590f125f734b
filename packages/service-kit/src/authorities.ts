import { readFileSync } from 'node:fs'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'

const contexts = new Map<string, SecureContext>()

/**
 * The authorities that Node knows and those in `file` (PEM), the value of OUTBOUND_CA; undefined where there is none, and
 * Node's own hold. Reading them is slow, so it is done once.
 * @throws Error where the file cannot be read
 */
export function trust(file: string | undefined): SecureContext | undefined {
  if (!file) return undefined
  const known = contexts.get(file)
  const context =
    known ?? createSecureContext({ ca: [...getCACertificates('default'), readFileSync(file, 'utf8')] })
  contexts.set(file, context)
  return context
}

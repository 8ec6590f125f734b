import { trust } from '@doable/service-kit/authorities'
import type { Platform } from '@doable/service-kit/service'
import { createTransport } from 'nodemailer'
import { Undeliverable } from '../channel.ts'

export const connections = 4
/** Well within the lease of a job: a second worker must not take over what this one is still at. */
const longestMs = 30_000

const connect = (url: string, authorities: string | undefined) =>
  createTransport({
    url,
    pool: true,
    maxConnections: connections,
    // What a lost connection leaves behind is tried again as a job, where it is counted.
    maxRequeues: 0,
    connectionTimeout: 8_000,
    dnsTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    requireTLS: hasPassword(url) && !isHere(url),
    // By smtps, and as soon as the server offers it (STARTTLS); a certificate that nobody vouches for ends the try.
    tls: { secureContext: trust(authorities) },
  })
/** A password crosses a network encrypted or not at all: a server that offers no STARTTLS, or whose offer was taken out on the way, gets none. */
const hasPassword = (url: string) => new URL(url).password !== ''
const isHere = (url: string) => /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(url).hostname)
type Transport = ReturnType<typeof connect>
type Mail = Parameters<Transport['sendMail']>[0]

const open = new WeakMap<Platform, Transport>()

/**
 * Gives a mail to the server, over one of a few connections that stay open. Answers the server's words.
 * @throws Undeliverable with the server's words when it refuses for good (5xx), Error when it may take it later
 */
export async function handOver(platform: Platform, url: string, mail: Mail, ms = longestMs): Promise<string> {
  const transport = open.get(platform) ?? connect(url, platform.config.outboundCa)
  open.set(platform, transport)
  // Closes the connection of this mail, or takes it out of the line: it must not be sent after it was given up.
  const signal = AbortSignal.timeout(ms)
  try {
    const { response } = await transport.sendMail({ ...mail, signal })
    return response
  } catch (error) {
    if (signal.aborted) throw new Error('The mail server did not answer in time.', { cause: error })
    throw readable(error as SmtpError)
  }
}

export function hangUp(platform: Platform): void {
  open.get(platform)?.close()
  open.delete(platform)
}

type SmtpError = Error & { code?: string; response?: string; responseCode?: number }

/** RFC 4954: the server wants another sign-in. That is not the fault of whom the mail is for, and can be put right. */
const signIn = new Set([530, 534, 535, 538])

/** The person reads it in the log of deliveries: names and addresses of our own machines are left to the log of the server. */
function readable(error: SmtpError): Error {
  const { code = '', response, responseCode } = error
  if (code === 'ETLS' && response)
    return new Error('The mail server offers no encryption, so it is not given the password.', {
      cause: error,
    })
  const aboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (code === 'EAUTH' || (responseCode && signIn.has(responseCode)))
    return new Error('The mail server does not let this server sign in.', { cause: error })
  if (aboutMail && (responseCode ?? 500) >= 500) return new Undeliverable(response ?? error.message)
  if (response) return new Error(response, { cause: error })
  return code ? new Error(`The mail server cannot be reached (${code}).`, { cause: error }) : error
}

import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

const [account, token] = ['AC0123456789abcdef0123456789abcdef', randomBytes(16).toString('hex')]
const path = `/2010-04-01/Accounts/${account}/Messages.json`

/** A provider of SMS as Twilio's contract has it, that keeps all it is given and refuses the numbers in `refused`. */
export async function startSmsGateway() {
  const kept: { to: string; body: string }[] = []
  const refused = new Set<string>()
  const known = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request))
    const [to, body] = [form.get('To') ?? '', form.get('Body') ?? '']
    const say = (status: number, said: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
    if (request.url !== path) return say(404, { code: 20404, message: 'Not found', status: 404 })
    if (request.headers.authorization !== known) return say(401, { code: 20003, status: 401 })
    if (refused.has(to)) return say(400, { code: 21211, message: 'Invalid To number', status: 400 })
    kept.push({ to, body })
    return say(201, { sid: `SM${randomBytes(16).toString('hex')}`, status: 'queued', to, body })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const to = (number: string) => kept.filter((each) => each.to === number)
  return {
    env: {
      SMS_URL: `http://127.0.0.1:${port}`,
      SMS_ACCOUNT: account,
      SMS_TOKEN: token,
      SMS_FROM: '+4915700000000',
    },
    to,
    refused,
    codeOf: (number: string) => /^\d{6}/.exec(to(number).at(-1)?.body ?? '')?.[0] ?? '',
    /** The headers and the body of what it reports to an address. */
    report(url: string, form: Record<string, string>) {
      const names = Object.keys(form).sort()
      const said = names.map((name) => `${name}${form[name]}`).join('')
      const signature = createHmac('sha1', token).update(`${url}${said}`).digest('base64')
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature,
      }
      return { headers, body: new URLSearchParams(form).toString() }
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
export type SmsGateway = Awaited<ReturnType<typeof startSmsGateway>>

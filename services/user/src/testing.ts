import type { User } from '@doable/contracts/user'
import type { Platform, Service } from '@doable/service-kit/service'
import { startServices, TestClock } from '@doable/service-kit/testing'
import type { InjectOptions } from 'fastify'
import { QueryTypes } from 'sequelize'
import { userService } from './index.ts'
import { User as Account } from './user.ts'

export type Method = InjectOptions['method'] & string
type Logged = { options: { logging: false | ((sql: string) => void) } }
let count = 0

/** A password that nobody would refuse. */
export const goodPassword = 'correct horse battery'

/** The user service on a database of its own, with a clock that stands still until it is moved. */
export async function startUsers(env: Record<string, string> = {}) {
  const clock = new TestClock()
  let platform: Platform | undefined
  const service: Service = {
    ...userService,
    async start(given) {
      platform = given
      return (await userService.start?.(given)) ?? (async () => {})
    },
  }
  const { app, stop } = await startServices([service], {
    clock,
    env,
  })
  const send = (method: Method, url: string, payload?: unknown, more: InjectOptions = {}) =>
    app.inject({ method, url, ...(payload !== undefined && { payload: payload as object }), ...more })

  /** Asks as the device that has this secret. */
  const device =
    (secret: string) =>
    (method: Method, url: string, payload?: unknown, headers = {}) =>
      send(method, url, payload, { cookies: { sid: secret }, headers })

  async function signIn(email: string, password = goodPassword, from = '127.0.0.1') {
    return send('POST', '/api/session', { email, password }, { remoteAddress: from })
  }

  /** Somebody who has just registered. */
  async function person(fields: object = {}) {
    count += 1
    const body = {
      email: `p${count}@example.org`,
      name: `Person ${count}`,
      password: goodPassword,
      ...fields,
    }
    const answer = await send('POST', '/api/users', body)
    if (answer.statusCode !== 201) throw new Error(answer.body)
    const { user, token }: { user: User; token: string } = answer.json()
    return { ...user, token, as: device(token) }
  }

  /** The statements a call costs. */
  async function counted<T>(call: () => Promise<T>) {
    const { options } = Account.sequelize as unknown as Logged
    const statements: string[] = []
    const background = /SELECT.*FROM `UserEvents`|UPDATE `UserEvents`/
    options.logging = (sql) => {
      if (!background.test(sql)) statements.push(sql)
    }
    const answer = await call()
    options.logging = false
    return { answer, statements }
  }

  /** What the other services were told about a person, oldest first. */
  async function told(personId: string) {
    const rows = await Account.sequelize?.query<{ type: string; data: string }>(
      'SELECT type, data FROM UserEvents WHERE subjectId = $personId ORDER BY id',
      { bind: { personId }, type: QueryTypes.SELECT },
    )
    return rows?.map(({ type, data }) => ({ type, data: JSON.parse(data) }))
  }
  return {
    app,
    platform: platform as unknown as Platform,
    clock,
    stop,
    send,
    device,
    signIn,
    person,
    told,
    counted,
  }
}
export type Users = Awaited<ReturnType<typeof startUsers>>

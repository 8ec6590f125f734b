import { smsApi } from '@doable/contracts/sms'
import { mount } from '@doable/service-kit/mount'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { confirmNumber, removeNumber, setNumber, smsState } from './number.ts'
import { statusAddress } from './provider.ts'
import { noteReport } from './report.ts'
import { isSigned } from './signature.ts'

/** A report is a few hundred bytes. */
const mostBytes = 16 * 1024

export function smsRoutes(app: FastifyInstance, platform: Platform): void {
  app.register(async (scope) => {
    const form = { parseAs: 'string', bodyLimit: mostBytes } as const
    scope.addContentTypeParser('application/x-www-form-urlencoded', form, (_request, body, done) =>
      done(null, body),
    )
    mount(scope, smsApi, {
      smsState: ({ person }) => smsState(platform, person.id),
      async setNumber({ person, body, request }) {
        await setNumber(platform, person.id, body.number, request.ip)
        return smsState(platform, person.id)
      },
      async confirmNumber({ person, body }) {
        await confirmNumber(platform, person.id, body.code)
        return smsState(platform, person.id)
      },
      async removeNumber({ person }) {
        await removeNumber(person.id)
        return smsState(platform, person.id)
      },
      async smsStatus({ params, request }) {
        const { smsToken, publicUrl } = platform.config
        const said = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
        const signature = String(request.headers['x-twilio-signature'] ?? '')
        if (!smsToken || !isSigned(smsToken, statusAddress(publicUrl, params.id), said, signature))
          throw problem(403, 'not-signed', 'This was not sent by the SMS provider.')
        await noteReport(platform, params.id, said)
      },
    })
  })
}

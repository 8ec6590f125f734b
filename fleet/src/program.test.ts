import { expect, test } from 'vitest'
import { findProgram } from './program.ts'

test('a program that is missing is named, with how to install it', () => {
  expect(() => findProgram('nginx', ['/nowhere'])).toThrow(
    /^The fleet needs NGINX, and there is no nginx on this machine: .+apt-get install nginx.+brew install nginx.+\.$/,
  )
  expect(() => findProgram('redis-server', [])).toThrow(/^The fleet needs Redis, .+install redis-server.+\.$/)
})

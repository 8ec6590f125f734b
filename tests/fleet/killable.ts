// An origin as a process of its own, so that it can be killed: node killable.ts NAME FILE. It answers a little later, and
// writes the id of every POST into FILE before it does.
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const [name, file = ''] = process.argv.slice(2)
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  if (request.method === 'POST') appendFileSync(file, `${body}\n`)
  await wait(5)
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ origin: name }))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') console.log(address?.port)
})

import { createServer } from 'node:http'

/** The least a Node server can be: what our own start and memory are held against. */
createServer((_, response) => response.end('ok')).listen(Number(process.argv[2]), '127.0.0.1')

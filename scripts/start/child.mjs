import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname } from 'node:path'

const passedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a program to its end and passes signals on to it. A Ctrl-C in a terminal reaches the whole process
 * group, the child included, so that one is not sent twice; we stay until the child has ended.
 * @param {string} file
 * @param {string[]} words
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} its exit code; 128 + the signal's number where a signal ended it
 */
export function exitOf(file, words, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, options)
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    for (const signal of passedOn) process.on(signal, pass)
    const done = () => {
      for (const signal of passedOn) process.off(signal, pass)
    }
    child.once('error', (error) => {
      done()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      done()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * Runs one of our own TypeScript files on the given Node, which its own children then find first on the PATH.
 * @param {string} node
 * @param {string[]} words
 * @param {string} root
 */
export function runNode(node, words, root) {
  const PATH = [dirname(node), process.env.PATH ?? process.env.Path].join(delimiter)
  const flags = ['--disable-warning=ExperimentalWarning']
  return exitOf(node, [...flags, ...words], { cwd: root, env: { ...process.env, PATH }, stdio: 'inherit' })
}

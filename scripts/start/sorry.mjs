/**
 * An end that a person can do something about: its message is shown as it is, without a stack.
 * An empty message ends quietly, as after a Ctrl-C.
 */
export class Sorry extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/**
 * What to say of a program that ended with a code: nothing where a signal ended it, as a person wanted that.
 * @param {number} code
 * @param {string} message
 */
export function sorryFor(code, message) {
  return code > 128 ? new Sorry('', code) : new Sorry(message)
}

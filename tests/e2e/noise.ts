import type { BrowserContext, ConsoleMessage, WebError } from '@playwright/test'

/** Asking whether somebody is signed in is answered by 401 when nobody is, and a browser logs that. */
const always = [/status of 401 .*\/api\/me$/]

/** Errors on the consoles of all pages: exceptions, refusals of the content security policy, failed requests. */
export class Noise {
  readonly #heard: string[] = []
  readonly #expected = [...always]

  listenTo(context: BrowserContext): void {
    context.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') this.#heard.push(`${message.text()} ${message.location().url}`)
    })
    context.on('weberror', (error: WebError) => {
      this.#heard.push(error.error().stack || error.error().message)
    })
  }

  /** A complaint that the test provokes itself, such as a server that is made to fail. */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns)
  }

  unexpected(): string[] {
    return this.#heard.filter((text) => !this.#expected.some((pattern) => pattern.test(text)))
  }
}

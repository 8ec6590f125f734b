/** Wakes whoever waits; rung while nobody waits, it wakes the next one at once. */
export class Bell {
  #rung = false
  #wake: (() => void) | undefined

  ring(): void {
    this.#rung = true
    this.#wake?.()
  }

  /** Resolves when it rings, or after that many milliseconds. */
  async wait(milliseconds?: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    await new Promise<void>((resolve) => {
      this.#wake = resolve
      if (this.#rung) resolve()
      else if (milliseconds !== undefined) timer = setTimeout(resolve, milliseconds)
    })
    clearTimeout(timer)
    this.#wake = undefined
    this.#rung = false
  }
}

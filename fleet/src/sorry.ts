/** An end that a person can do something about: its message is one sentence, shown as it is. */
export class Sorry extends Error {
  override name = 'Sorry'
}

/** Something that must hold of the repository. */
export type Check = {
  name: string
  /** Answers what is wrong, one piece each; nothing when all is well. */
  run: () => Promise<string[]> | string[]
  /** Mends what a program can mend: `npm run check -- --fix`. */
  fix?: () => unknown
}

/** A line of quick add, and what becomes of it in the words of `shown`. */
export type Sentence = readonly [text: string, expected: string]

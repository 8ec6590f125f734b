/** Apart from the schemas, so that a page that needs a number does not fetch what checks schemas. */

/** The most tasks that one operation names. */
export const mostNamed = 500

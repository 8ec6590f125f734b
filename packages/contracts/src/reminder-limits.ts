/** Apart from their schema, so that a page that needs a number does not fetch what checks schemas. */

export const mostReminders = 20
/** A year: nobody is helped by being reminded of a task earlier than that. */
export const mostMinutesBefore = 525_600

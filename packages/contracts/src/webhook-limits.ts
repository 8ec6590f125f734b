/** How many addresses a person can have told. */
export const mostWebhooks = 5
export const longestAddress = 500

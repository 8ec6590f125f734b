/** E.164: a plus, a country code that does not begin with 0, at most 15 digits in all. */
export const e164 = /^\+[1-9]\d{6,14}$/
export const codeDigits = 6
export const codeMinutes = 10
export const codeTries = 5

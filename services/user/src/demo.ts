/** The people of `npm start -- --demo`. Tasks and notifications of the demo refer to these ids. */
export const demoPeople = [
  {
    id: '019a0000-0000-7000-8000-0000000000a1',
    email: 'ada@example.org',
    name: 'Ada Lovelace',
    timeZone: 'Europe/London',
  },
  {
    id: '019a0000-0000-7000-8000-0000000000a2',
    email: 'grace@example.org',
    name: 'Grace Hopper',
    timeZone: 'America/New_York',
  },
  {
    id: '019a0000-0000-7000-8000-0000000000a3',
    email: 'konrad@example.org',
    name: 'Konrad Zuse',
    timeZone: 'Europe/Berlin',
  },
]

/** What all demo people sign in with; printed by `--demo`, and theirs alone. */
export const demoPassword = 'analytical engine'

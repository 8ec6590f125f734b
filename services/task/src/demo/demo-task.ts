import type { Reminder } from '@doable/contracts/reminder'
import { ada, grace, konrad } from './demo-list.ts'

/** A task of the demo. Days are counted from the day of seeding: -1 is yesterday. */
export type DemoTask = {
  list: string
  title: string
  section?: string
  /** The title of its parent, which comes before it. */
  under?: string
  due?: number
  at?: string
  /** Fixed to this zone rather than floating. */
  zone?: string
  start?: number
  deadline?: number
  p?: 1 | 2 | 3
  labels?: string[]
  minutes?: number
  /** Whom it is assigned to. */
  for?: string
  remind?: Reminder[]
  notes?: string
  /** The rule by which it comes round again. */
  repeat?: string
  /** Completed so many days ago. */
  done?: number
  /** Put into the trash so many days ago. */
  trashed?: number
}

const inList =
  (list: string) =>
  (title: string, rest: Omit<DemoTask, 'list' | 'title'> = {}): DemoTask => ({ list, title, ...rest })
const inbox = inList('inbox')
const work = inList('work')
const personal = inList('personal')
const home = inList('home')
const reading = inList('reading')
const conference = inList('conference')
const packing = inList('packing')
const proposal = 'Draft the proposal for the new engine'
const passport = 'Renew the passport'
const tap = 'Mend the dripping tap'
const talks = 'Choose the talks'
const washbag = 'Washbag'

/** What there is to do: something late, a full today, a week ahead, and plenty without a date. */
export const demoTasks: DemoTask[] = [
  inbox('Reply to Charles about the drawings', { due: 0, p: 2, labels: ['quick'], minutes: 15 }),
  inbox('Look up the train to Cambridge', { due: 1 }),
  inbox('Idea: a sheet of shortcuts for the office wall'),
  inbox('Return the borrowed umbrella', { labels: ['errand'] }),

  work(proposal, {
    section: 'This week',
    due: 0,
    p: 1,
    deadline: 2,
    minutes: 120,
    labels: ['deep work'],
    notes: '## What it must say\n\n- what it costs\n- what it **cannot** do\n- who looks after it',
  }),
  work('Collect the figures', { section: 'This week', under: proposal, done: 1 }),
  work('Write the summary', { section: 'This week', under: proposal, due: 0, minutes: 45 }),
  work('Have it read by Mary', { section: 'This week', under: proposal, labels: ['waiting for'] }),
  work('Prepare the weekly meeting', {
    section: 'This week',
    due: 0,
    at: '14:00',
    p: 2,
    minutes: 30,
    remind: [{ kind: 'before', of: 'due', minutes: 10 }],
    repeat: 'FREQ=WEEKLY',
  }),
  work('Send the minutes round', { section: 'This week', due: -1, p: 3, labels: ['quick'] }),
  work('Call the foundry about the brass wheels', { section: 'This week', due: -2, p: 1, labels: ['phone'] }),
  work('Review the punched cards of the new operator', { section: 'This week', due: 1, p: 2 }),
  work('Talk with Grace about the compiler', {
    section: 'This week',
    due: 2,
    at: '10:00',
    zone: 'America/New_York',
    minutes: 60,
  }),
  work('Plan the next quarter', { section: 'Backlog', due: 6, start: 3, p: 3, minutes: 90 }),
  work('Sort the archive of drawings', { section: 'Backlog' }),
  work('Write down how the mill is oiled', { section: 'Backlog', labels: ['deep work'] }),
  work('Try a smaller gear train', { section: 'Backlog', p: 3 }),
  work('Order new ledger paper', { section: 'Backlog', due: 9, labels: ['errand'] }),
  work('Offer from the instrument maker', { section: 'Waiting for others', due: 3, labels: ['waiting for'] }),
  work('Signature under the lease', { section: 'Waiting for others', deadline: 12, labels: ['waiting for'] }),

  personal(passport, { section: 'Papers', due: 4, deadline: 20, p: 2, notes: 'The office opens at 8:30.' }),
  personal('Have photographs taken', { section: 'Papers', under: passport, due: 1, labels: ['errand'] }),
  personal('Fill in the form', { section: 'Papers', under: passport, done: 3 }),
  personal('File the tax return', { section: 'Papers', deadline: 45, p: 1, minutes: 180 }),
  personal('Make an appointment with the dentist', { section: 'Health', due: 0, labels: ['phone', 'quick'] }),
  personal('Go for a run', { section: 'Health', due: 0, at: '07:00', minutes: 40 }),
  personal('New glasses', { section: 'Health', due: 8 }),
  personal('Birthday present for Byron', { section: 'Family', due: 3, p: 2, labels: ['errand'] }),
  personal('Book the holiday by the sea', { section: 'Family', due: 14, deadline: 30, p: 3 }),
  personal('Ask Anne for the recipe', { section: 'Family', labels: ['phone'] }),
  personal('Cancel the old magazine', { trashed: 4 }),

  home(tap, { section: 'Kitchen', due: -1, p: 2, labels: ['home'], minutes: 45 }),
  home('Buy a washer, half an inch', { section: 'Kitchen', under: tap, due: -1, labels: ['errand', 'home'] }),
  home('Turn the water off first', { section: 'Kitchen', under: tap }),
  home('Paint the shelf', { section: 'Kitchen', due: 7, labels: ['home'] }),
  home('Plant the tulips', { section: 'Garden', due: 5, labels: ['home'], minutes: 60 }),
  home('Sharpen the shears', { section: 'Garden', labels: ['home'] }),
  home('Clean the gutters', { due: 11, p: 3, labels: ['home'], start: 6 }),

  reading('Sketch of the Analytical Engine, with notes', { due: 2, minutes: 60, p: 3 }),
  reading('On the Connexion of the Physical Sciences'),
  reading('Laws of Thought, chapters 4 to 6'),
  reading('A history of the loom', { labels: ['errand'], notes: 'In the library, second floor.' }),

  conference(talks, { section: 'Programme', due: 1, p: 1, notes: '14 came in, **8** fit into two days.' }),
  conference('Read all that came in', { section: 'Programme', under: talks, done: 2 }),
  conference('Write to those we cannot take', { section: 'Programme', under: talks, due: 3, for: grace }),
  conference('Ask Konrad for the opening talk', {
    section: 'Programme',
    due: 0,
    p: 2,
    labels: ['phone'],
    for: ada,
    remind: [{ kind: 'before', of: 'due', minutes: 0 }],
  }),
  conference('Print the programme', { section: 'Programme', due: 18, deadline: 21 }),
  conference('Confirm the hall', {
    section: 'Venue',
    due: -3,
    p: 1,
    labels: ['phone', 'waiting for'],
    for: grace,
  }),
  conference('Tea and sandwiches for eighty', { section: 'Venue', due: 10, p: 3 }),
  conference('Signs from the station', { section: 'Venue', due: 24, for: konrad }),
  conference('Thank the speakers', { section: 'After the event', due: 33 }),

  { list: 'grace', title: 'Write the notes for Ada’s talk', due: 1, p: 2 },
  { list: 'grace', title: 'Find the moth', due: 0, labels: ['quick'] },
  { list: 'konrad', title: 'Den Vortrag vorbereiten', due: 6, p: 2 },
  { list: 'konrad', title: 'Fahrkarte nach London', due: 3 },

  packing('Book the tickets', { section: 'Before', due: 0, p: 1, labels: ['phone'] }),
  packing('Have the letters kept', { section: 'Before', due: 5 }),
  packing('Ask Anne to water the plants', { section: 'Before', due: 5, repeat: 'FREQ=DAILY;COUNT=7' }),
  packing(washbag, { section: 'Bag', due: 6 }),
  packing('Toothbrush and powder', { section: 'Bag', under: washbag }),
  packing('Soap', { section: 'Bag', under: washbag }),
  packing('Something to read', { section: 'Bag', due: 6, notes: 'Nothing heavier than **one** volume.' }),
  packing('Shirts and stockings', { section: 'Bag', due: 6 }),
  packing('Umbrella', { section: 'Bag' }),
  packing('Close the shutters', {
    section: 'On the day',
    due: 7,
    at: '07:30',
    remind: [{ kind: 'before', of: 'due', minutes: 15 }],
  }),
  packing('Passport and purse', { section: 'On the day', due: 7, p: 2 }),
]

/** What comes round again: how many days lie between two times, and how long ago it was last done. */
export const demoRoutine: { task: DemoTask; every: number; last: number }[] = [
  { task: personal('Water the plants', { labels: ['home'] }), every: 4, last: 1 },
  { task: personal('Stretch for ten minutes', { section: 'Health' }), every: 3, last: 0 },
  { task: work('Answer the letters', { section: 'This week', labels: ['quick'] }), every: 2, last: 0 },
  { task: work('Weekly review', { section: 'This week', p: 2 }), every: 7, last: 2 },
  { task: work('Check the gears', { section: 'This week', p: 3 }), every: 5, last: 1 },
  { task: home('Sweep the yard', { section: 'Garden', labels: ['home'] }), every: 9, last: 3 },
  { task: reading('Read for an hour'), every: 6, last: 1 },
  { task: conference('Call with the committee', { labels: ['phone'] }), every: 10, last: 4 },
]
/** So far back it was done. */
export const routineDays = 84

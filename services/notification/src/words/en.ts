import type { Words } from './words.ts'

const tasks = (count: number) => `${count} tasks`

export const en: Words = {
  locale: 'en-GB',
  somebody: 'Somebody',
  kinds: {
    'due-soon': {
      name: 'tasks that are due soon',
      title: ({ title }) => `Due soon: ${title}`,
      sentence: ({ title }) => `“${title}” is due soon.`,
    },
    overdue: {
      name: 'overdue tasks',
      title: ({ title }) => `Overdue: ${title}`,
      sentence: ({ title }) => `“${title}” is overdue.`,
    },
    reminder: {
      name: 'reminders',
      title: ({ title }) => `Reminder: ${title}`,
      sentence: ({ title }) => `You wanted to be reminded of “${title}”.`,
    },
    completed: {
      name: 'completed tasks',
      title: ({ title, count }) => `Completed: ${count > 1 ? tasks(count) : title}`,
      sentence: ({ title, who, count }) =>
        count > 1
          ? `${who} completed ${tasks(count)}, among them “${title}”.`
          : `${who} completed “${title}”.`,
    },
    assigned: {
      name: 'tasks that are assigned to you',
      title: ({ title }) => `Assigned to you: ${title}`,
      sentence: ({ title, who }) => `${who} assigned “${title}” to you.`,
    },
    commented: {
      name: 'comments',
      title: ({ title }) => `New comment: ${title}`,
      sentence: ({ title, who }) => `${who} commented on “${title}”.`,
    },
    mentioned: {
      name: 'comments that mention you',
      title: ({ title }) => `You were mentioned: ${title}`,
      sentence: ({ title, who }) => `${who} mentioned you in a comment on “${title}”.`,
    },
    shared: {
      name: 'lists that are shared with you',
      title: ({ title }) => `Shared with you: ${title}`,
      sentence: ({ title, who }) => `${who} shared the list “${title}” with you.`,
    },
    digest: {
      name: 'the digest of the day',
      title: () => 'Your day',
      sentence: () => 'This is due today or overdue:',
    },
    test: {
      name: 'test messages',
      title: () => 'Test message',
      sentence: () => 'This is the test message you asked for. It reached you.',
    },
    'webhook-off': {
      name: 'webhooks that were switched off',
      title: ({ title }) => `Webhook switched off: ${title}`,
      sentence: ({ title }) =>
        `Your webhook at ${title} was switched off, because nothing reaches it any more.`,
    },
  },
  late: (at) => `This was meant for ${at} and comes late.`,
  push: {
    complete: 'Complete',
    completed: 'Completed.',
    snooze: 'In an hour',
    snoozed: 'You will be reminded in an hour.',
    failed: 'That did not work. Press here to open it in Doable.',
  },
  open: { task: 'Open the task', list: 'Open the list', app: 'Open Doable' },
  why: (kind) => `Doable tells you about ${kind} by e-mail.`,
  stop: 'Stop these e-mails',
  ask: (kind) => `No more e-mail about ${kind}?`,
  stopped: (kind) => `You get no more e-mail about ${kind}.`,
  again: 'You can switch it on again in your settings.',
  sms: {
    code: (code, minutes) =>
      `${code} is your code for Doable. It is good for ${minutes} minutes. Give it to nobody.`,
    day: (count) => (count === 1 ? 'Your day: 1 task' : `Your day: ${tasks(count)}`),
    late: (said) => `Late: ${said}`,
  },
}

import type { Words } from './words.ts'

const tasks = (count: number) => `${count} Aufgaben`

export const de: Words = {
  locale: 'de-DE',
  somebody: 'Jemand',
  kinds: {
    'due-soon': {
      name: 'bald fällige Aufgaben',
      title: ({ title }) => `Bald fällig: ${title}`,
      sentence: ({ title }) => `„${title}“ ist bald fällig.`,
    },
    overdue: {
      name: 'überfällige Aufgaben',
      title: ({ title }) => `Überfällig: ${title}`,
      sentence: ({ title }) => `„${title}“ ist überfällig.`,
    },
    reminder: {
      name: 'Erinnerungen',
      title: ({ title }) => `Erinnerung: ${title}`,
      sentence: ({ title }) => `Du wolltest an „${title}“ erinnert werden.`,
    },
    completed: {
      name: 'erledigte Aufgaben',
      title: ({ title, count }) => `Erledigt: ${count > 1 ? tasks(count) : title}`,
      sentence: ({ title, who, count }) =>
        count > 1
          ? `${who} hat ${tasks(count)} erledigt, darunter „${title}“.`
          : `${who} hat „${title}“ erledigt.`,
    },
    assigned: {
      name: 'Aufgaben, die dir zugewiesen werden',
      title: ({ title }) => `Dir zugewiesen: ${title}`,
      sentence: ({ title, who }) => `${who} hat dir „${title}“ zugewiesen.`,
    },
    commented: {
      name: 'Kommentare',
      title: ({ title }) => `Neuer Kommentar: ${title}`,
      sentence: ({ title, who }) => `${who} hat „${title}“ kommentiert.`,
    },
    mentioned: {
      name: 'Kommentare, die dich erwähnen',
      title: ({ title }) => `Du wurdest erwähnt: ${title}`,
      sentence: ({ title, who }) => `${who} hat dich in einem Kommentar zu „${title}“ erwähnt.`,
    },
    shared: {
      name: 'Listen, die mit dir geteilt werden',
      title: ({ title }) => `Mit dir geteilt: ${title}`,
      sentence: ({ title, who }) => `${who} hat die Liste „${title}“ mit dir geteilt.`,
    },
    digest: {
      name: 'die Übersicht des Tages',
      title: () => 'Dein Tag',
      sentence: () => 'Das ist heute fällig oder überfällig:',
    },
    test: {
      name: 'Testnachrichten',
      title: () => 'Testnachricht',
      sentence: () => 'Das ist die Testnachricht, die du wolltest. Sie hat dich erreicht.',
    },
    'webhook-off': {
      name: 'ausgeschaltete Webhooks',
      title: ({ title }) => `Webhook ausgeschaltet: ${title}`,
      sentence: ({ title }) =>
        `Dein Webhook bei ${title} wurde ausgeschaltet, weil ihn nichts mehr erreicht.`,
    },
  },
  late: (at) => `Das war für ${at} gedacht und kommt verspätet.`,
  push: {
    complete: 'Erledigen',
    completed: 'Erledigt.',
    snooze: 'In einer Stunde',
    snoozed: 'Du wirst in einer Stunde erinnert.',
    failed: 'Das hat nicht geklappt. Drück hier, um es in Doable zu öffnen.',
  },
  open: { task: 'Aufgabe öffnen', list: 'Liste öffnen', app: 'Doable öffnen' },
  why: (kind) => `Doable schreibt dir E-Mails über ${kind}.`,
  stop: 'Diese E-Mails abbestellen',
  ask: (kind) => `Keine E-Mails mehr über ${kind}?`,
  stopped: (kind) => `Du bekommst keine E-Mails mehr über ${kind}.`,
  again: 'In deinen Einstellungen kannst du sie wieder einschalten.',
  sms: {
    code: (code, minutes) =>
      `${code} ist dein Code für Doable. Er gilt ${minutes} Minuten. Gib ihn niemandem.`,
    day: (count) => (count === 1 ? 'Dein Tag: 1 Aufgabe' : `Dein Tag: ${tasks(count)}`),
    late: (said) => `Verspätet: ${said}`,
  },
}

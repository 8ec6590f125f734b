import type { User } from '@doable/contracts/user'
import type { Act } from './act.ts'
import { createTask } from './task-create.ts'

type Example = { title: string; notes: string }

/** The first tasks of a new person, in their language: each teaches something by being done. */
const examples: Record<User['language'], Example[]> = {
  en: [
    {
      title: 'Complete this task: click the circle in front of it',
      notes: 'It leaves the list. **Undo** brings it back, and so does `Ctrl+Z`.',
    },
    {
      title: 'Add a task of your own: press q',
      notes:
        'One line says it all, for example:\n\n`Call the plumber tomorrow 5pm p1 @home`\n\nWhat was understood is highlighted as you type.',
    },
    {
      title: 'Open this task and give it a date: select it and press d',
      notes: 'Here is room for notes, subtasks, labels and a priority. Press `?` to see every shortcut.',
    },
  ],
  de: [
    {
      title: 'Diese Aufgabe abhaken: auf den Kreis davor klicken',
      notes: 'Sie verlässt die Liste. **Rückgängig** oder `Strg+Z` holt sie zurück.',
    },
    {
      title: 'Eine eigene Aufgabe anlegen: q drücken',
      notes:
        'Eine Zeile sagt alles, zum Beispiel:\n\n`Installateur anrufen tomorrow 17:00 p1 @zuhause`\n\nWas verstanden wurde, wird beim Tippen hervorgehoben.',
    },
    {
      title: 'Diese Aufgabe öffnen und ihr ein Datum geben: auswählen und d drücken',
      notes:
        'Hier ist Platz für Notizen, Teilaufgaben, Etiketten und eine Priorität. `?` zeigt alle Tastenkürzel.',
    },
  ],
}

/** Puts the examples into a new person's Inbox. */
export async function addExamples(act: Act, language: User['language']): Promise<void> {
  for (const example of examples[language]) await createTask(act, example)
}

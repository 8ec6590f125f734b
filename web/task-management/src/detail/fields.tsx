import type { Task } from '@doable/contracts/task'
import { lazily } from '@doable/ui/lazily'
import type { Acts } from '../acts/acts.ts'
import { DayField } from './day-field.tsx'
import { DueField } from './due-field.tsx'
import { DurationField } from './duration-field.tsx'
import css from './fields.module.css'
import { LabelsField } from './labels-field.tsx'
import { PlaceField } from './place-field.tsx'
import { PriorityField } from './priority-field.tsx'
import { RepeatField } from './repeat-field.tsx'

const AssigneeField = lazily(async () => (await import('../people/assignee-field.tsx')).AssigneeField)
const RemindersField = lazily(async () => (await import('../reminders/reminders-field.tsx')).RemindersField)

export type FieldProps = { task: Task; acts: Acts }

/** The fields of a task, one line each: its name, and its value as a button that changes it. */
export function Fields(props: FieldProps) {
  return (
    <div className={css.fields}>
      <DueField {...props} />
      <RepeatField {...props} />
      <PriorityField {...props} />
      <LabelsField {...props} />
      <PlaceField {...props} />
      <DayField {...props} field="deadlineOn" />
      <DayField {...props} field="startOn" />
      <DurationField {...props} />
      <AssigneeField {...props} />
      <RemindersField {...props} />
    </div>
  )
}

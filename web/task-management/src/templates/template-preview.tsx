import type { Section } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import css from './templates.module.css'

/** So many tasks of a section, and so many sections, tell what a template is about. */
const fewTasks = 3
const fewSections = 4

function Part({ name, tasks }: { name: string | undefined; tasks: readonly Task[] }) {
  const rest = tasks.length - fewTasks
  return (
    <>
      {name !== undefined && (
        <h3 className={css.section} dir="auto">
          {name}
        </h3>
      )}
      <ul>
        {tasks.slice(0, fewTasks).map((task) => (
          <li key={task.id} className={css.line} dir="auto">
            {task.title}
          </li>
        ))}
        {rest > 0 && <li className={css.more}>{plural(rest, { one: '# more', other: '# more' })}</li>}
      </ul>
    </>
  )
}

/** The sections of a template with their first tasks; what is below a task is counted and not named. */
export function TemplatePreview({
  sections,
  tasks,
}: {
  sections: readonly Section[]
  tasks: readonly Task[]
}) {
  const { t } = useLingui()
  const tops = tasks.filter(({ parentId }) => parentId === null)
  const known = new Set(sections.map(({ id }) => id))
  const loose = tops.filter(({ sectionId }) => !known.has(sectionId ?? ''))
  const more = sections.length - fewSections
  return (
    <section className={css.preview} aria-label={t`What is in it`}>
      {tasks.length + sections.length === 0 && <p className={css.more}>{t`Nothing yet`}</p>}
      {loose.length > 0 && <Part name={undefined} tasks={loose} />}
      {sections.slice(0, fewSections).map(({ id, name }) => (
        <Part key={id} name={name} tasks={tops.filter(({ sectionId }) => sectionId === id)} />
      ))}
      {more > 0 && (
        <p className={css.more}>{plural(more, { one: '# more section', other: '# more sections' })}</p>
      )}
    </section>
  )
}

import { userApi } from '@doable/client/api'
import { setPerson } from '@doable/client/session'
import { useMe } from '@doable/client/use-me'
import type { Me } from '@doable/contracts/user'
import { ComboBox } from '@doable/ui/combo-box'
import { RadioGroup } from '@doable/ui/radio-group'
import { Select } from '@doable/ui/select'
import { TextField } from '@doable/ui/text-field'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { PictureForm } from './picture-form.tsx'
import css from './profile.module.css'
import { Failure, FormHeading, useSaving } from './saving.tsx'
import { zones } from './zones.ts'

type Changes = Partial<Pick<Me, 'name' | 'language' | 'timeZone' | 'weekStart' | 'theme' | 'dailyGoal'>>

/** Who I am and how I like to read: each change is saved as it is made. */
export function General() {
  const { t } = useLingui()
  const person = useMe()
  const saving = useSaving()
  const change = (body: Changes) => saving.save(() => changed(person, body))
  return (
    <>
      <PictureForm person={person} />
      <section className={css.form}>
        <FormHeading saving={saving}>{t`About you`}</FormHeading>
        <NameField key={person.name} name={person.name} onChange={(name) => change({ name })} />
        <Preferences person={person} onChange={change} />
        <Failure saving={saving} />
      </section>
    </>
  )
}

/** Shows a change at once and takes it back when it could not be saved. */
async function changed(person: Me, body: Changes): Promise<void> {
  setPerson({ ...person, ...body })
  try {
    setPerson(await userApi.changeProfile({ body }))
  } catch (error) {
    setPerson(person)
    throw error
  }
}

/** What is offered, and what was chosen through the API. */
const goals = (own: number) =>
  [...new Set([0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, own])].sort((a, b) => a - b)

/** Saved when it is left or Enter is pressed, not at every letter. */
function NameField({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const { t } = useLingui()
  const [text, setText] = useState(name)
  const leave = () => {
    const trimmed = text.trim()
    if (trimmed === '') setText(name)
    else if (trimmed !== name) onChange(trimmed)
  }
  return (
    <TextField
      label={t`Name`}
      value={text}
      onChange={setText}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
      maxLength={100}
      autoComplete="name"
      dir="auto"
    />
  )
}

function Preferences({ person, onChange }: { person: Me; onChange: (changes: Changes) => void }) {
  const { t } = useLingui()
  const offered = useMemo(() => zones(person.timeZone), [person.timeZone])
  return (
    <>
      <Select
        label={t`Language`}
        value={person.language}
        onChange={(language) => onChange({ language })}
        options={[
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ]}
      />
      <ComboBox
        label={t`Time zone`}
        description={t`Decides what “today” is and when you are reminded.`}
        value={person.timeZone}
        onChange={(timeZone) => onChange({ timeZone })}
        options={offered}
      />
      <Select
        label={t`The week starts on`}
        value={String(person.weekStart)}
        onChange={(day) => onChange({ weekStart: Number(day) as Me['weekStart'] })}
        options={[
          { value: '1', label: t`Monday` },
          { value: '6', label: t`Saturday` },
          { value: '7', label: t`Sunday` },
        ]}
      />
      <Select
        label={t`Daily goal`}
        description={t`How many tasks you mean to complete in a day. The overview shows how far you are.`}
        value={String(person.dailyGoal)}
        onChange={(goal) => onChange({ dailyGoal: Number(goal) })}
        options={goals(person.dailyGoal).map((goal) => ({
          value: String(goal),
          label: goal === 0 ? t`No goal` : plural(goal, { one: '# task', other: '# tasks' }),
        }))}
      />
      <RadioGroup
        label={t`Theme`}
        row
        value={person.theme}
        onChange={(theme) => onChange({ theme })}
        options={[
          { value: 'system', label: t`As the system` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
      />
    </>
  )
}

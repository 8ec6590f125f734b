import type { NotificationSettings, NotificationSettingsPatch } from '@doable/contracts/notification-settings'
import { Switch } from '@doable/ui/checkbox'
import { Select } from '@doable/ui/select'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Failure, FormHeading, useSaving } from '../pages/saving.tsx'
import css from './notifications.module.css'
import { TimeField } from './time-field.tsx'
import type { Settings } from './use-settings.ts'

type Props = { settings: NotificationSettings; onChange(patch: NotificationSettingsPatch): void }

/** When I am told: how long before, on which hour, and when not. */
export function Moments({
  settings,
  change,
}: {
  settings: NotificationSettings
  change: Settings['change']
}) {
  const { t } = useLingui()
  const saving = useSaving()
  const onChange = (patch: NotificationSettingsPatch) => void saving.save(() => change(patch))
  return (
    <section className={css.section}>
      <FormHeading saving={saving}>{t`When you are told`}</FormHeading>
      <Failure saving={saving} />
      <DueSoon {...{ settings, onChange }} />
      <ByDefault {...{ settings, onChange }} />
      <TimeField
        label={t`What concerns a whole day, at`}
        description={t`Tasks that are due on a day without a time, deadlines and what is overdue.`}
        value={settings.allDayAt}
        onChange={(allDayAt) => onChange({ allDayAt })}
      />
      <Digest {...{ settings, onChange }} />
      <QuietHours {...{ settings, onChange }} />
    </section>
  )
}

const wholly = (minutes: number, unit: number) => minutes >= unit && minutes % unit === 0
function useDurations() {
  const { t } = useLingui()
  return (minutes: number) => {
    if (minutes === 0) return t`At its time`
    if (wholly(minutes, 1440)) return plural(minutes / 1440, { one: '# day before', other: '# days before' })
    if (wholly(minutes, 60)) return plural(minutes / 60, { one: '# hour before', other: '# hours before' })
    return plural(minutes, { one: '# minute before', other: '# minutes before' })
  }
}

/** What is offered, and what was chosen through the API. */
const offered = (own: number) =>
  [...new Set([0, 5, 10, 15, 30, 60, 120, 240, 1440, 2880, own])].sort((a, b) => a - b)

function DueSoon({ settings: { dueSoonMinutes }, onChange }: Props) {
  const { t } = useLingui()
  const words = useDurations()
  return (
    <Select
      label={t`A task is due soon`}
      value={String(dueSoonMinutes)}
      onChange={(minutes) => onChange({ dueSoonMinutes: Number(minutes) })}
      options={offered(dueSoonMinutes).map((minutes) => ({ value: String(minutes), label: words(minutes) }))}
    />
  )
}

function ByDefault({ settings: { defaultReminderMinutes: minutes }, onChange }: Props) {
  const { t } = useLingui()
  const words = useDurations()
  const times = offered(minutes ?? 0).map((each) => ({ value: String(each), label: words(each) }))
  return (
    <Select
      label={t`Reminder by default`}
      description={t`Of tasks that have a time and no reminder of their own.`}
      value={String(minutes ?? 'none')}
      onChange={(value) => onChange({ defaultReminderMinutes: value === 'none' ? null : Number(value) })}
      options={[{ value: 'none', label: t`None` }, ...times]}
    />
  )
}

function Digest({ settings: { digestAt }, onChange }: Props) {
  const { t } = useLingui()
  return (
    <div className={css.choice}>
      <Switch
        checked={digestAt !== null}
        onChange={(on) => onChange({ digestAt: on ? '08:00' : null })}
        description={t`What is due today and overdue, told once a day.`}
      >
        {t`Your day`}
      </Switch>
      {digestAt !== null && (
        <TimeField label={t`Told at`} value={digestAt} onChange={(at) => onChange({ digestAt: at })} />
      )}
    </div>
  )
}

const night = { quietFrom: '22:00', quietUntil: '07:00' }
function QuietHours({ settings, onChange }: Props) {
  const { t } = useLingui()
  const { quietFrom, quietUntil, urgentPasses } = settings
  const isOn = quietFrom !== null && quietUntil !== null
  return (
    <div className={css.choice}>
      <Switch
        checked={isOn}
        onChange={(on) => onChange(on ? night : { quietFrom: null, quietUntil: null })}
        description={t`Meanwhile news waits in the app, and is sent elsewhere when they end.`}
      >
        {t`Quiet hours`}
      </Switch>
      {isOn && (
        <>
          <div className={css.times}>
            <TimeField label={t`From`} value={quietFrom} onChange={(from) => onChange({ quietFrom: from })} />
            <TimeField label={t`Until`} value={quietUntil} onChange={(to) => onChange({ quietUntil: to })} />
          </div>
          {quietFrom === quietUntil && (
            <p className={css.note}>{t`They end as they begin: no hour is quiet.`}</p>
          )}
          <Switch checked={urgentPasses} onChange={(on) => onChange({ urgentPasses: on })}>
            {t`Reminders of urgent tasks pass`}
          </Switch>
        </>
      )}
    </div>
  )
}

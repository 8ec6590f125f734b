import { number } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import type { ServiceName } from './use-status.ts'

/** What services and channels are called on the status page. */
export function useStatusWords() {
  const { t } = useLingui()
  const services: Record<ServiceName, string> = {
    user: t`Accounts`,
    task: t`Tasks`,
    notification: t`Notifications`,
  }
  const channels: Record<string, string> = {
    app: t`In the app`,
    email: t`E-mail`,
    sms: t`SMS`,
    push: t`Push messages`,
    webhook: t`Webhooks`,
  }
  return {
    service: (name: ServiceName) => services[name],
    channel: (name: string) => channels[name] ?? name,
  }
}

const units = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const

/** "1.4 GB". */
export function bytes(value: number): string {
  const [unit, size] = units.find(([, size]) => value >= size) ?? (['byte', 1] as const)
  return number(value / size, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 })
}

/** "12 min", of what has waited; "0.4 s" below a minute. */
export function seconds(value: number): string {
  const [unit, size] = value < 60 ? ['second', 1] : value < 7200 ? ['minute', 60] : ['hour', 3600]
  return number(value / Number(size), { style: 'unit', unit: String(unit), maximumFractionDigits: 1 })
}

export const milliseconds = (value: number): string =>
  number(value, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 1 })

import { expect, test, vi } from 'vitest'
import { TimeZone } from './common.ts'

const takes = (zone: string) => TimeZone.safeParse(zone).success

test('a zone is one that the calendar knows, in any case', () => {
  for (const zone of ['Europe/Berlin', 'europe/berlin', 'UTC', 'Etc/GMT+5'])
    expect([zone, takes(zone)]).toEqual([zone, true])
  for (const zone of ['Europe/Atlantis', '+02:00', '', 'x'.repeat(65)])
    expect([zone, takes(zone)]).toEqual([zone, false])
})

test('a zone that is named again costs nothing', () => {
  const formats = vi.spyOn(Intl, 'DateTimeFormat')
  for (const zone of ['America/Lima', 'America/Lima', 'america/LIMA']) expect(takes(zone)).toBe(true)
  expect(formats).toHaveBeenCalledTimes(1)
  formats.mockRestore()
})

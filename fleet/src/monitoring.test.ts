import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, startRedis } from '@doable/service-kit/fixtures/redis-server'
import { startServices } from '@doable/service-kit/testing'
import { services } from '@doable/standalone/services'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

type Rule = { alert?: string; record?: string; expr: string; annotations?: { runbook_url?: string } }
const rules = ['service-levels', 'parts'].flatMap((name) => {
  const file = parse(read(`ops/prometheus/rules/${name}.rules.yml`)) as { groups: { rules: Rule[] }[] }
  return file.groups.flatMap((group) => group.rules)
})

type Panel = { title: string; targets: { expr: string }[] }
const boards = readdirSync(join(root, 'ops/grafana/dashboards')).map(
  (name) => JSON.parse(read(`ops/grafana/dashboards/${name}`)) as { title: string; panels: Panel[] },
)

/** The names of all that the services export, before anything was counted. */
async function exported(): Promise<Set<string>> {
  const [port, redis] = [await freePort(), await startRedis()]
  const env = { METRICS_PORT: String(port), REDIS_URL: redis.url }
  const running = await startServices(services, { env })
  try {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    return new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name))
  } finally {
    await running.stop()
    await redis.stop()
  }
}

/** Names of ours and of Node's own in a query; those of exporters are theirs. */
const namesIn = (query: string) =>
  [...query.matchAll(/(?<![\w:"])((?:doable|nodejs|process)_\w+)/g)].map(([, name = '']) =>
    name.replace(/_(bucket|count|sum)$/, ''),
  )

test('every query asks for what the services export, or what a rule records', async () => {
  const known = await exported()
  const recorded = new Set(rules.map(({ record }) => record))
  const queries = [
    ...rules.map(({ alert, record, expr }) => [alert ?? record, expr]),
    ...boards.flatMap(({ title, panels }) =>
      panels.flatMap((panel) => panel.targets.map(({ expr }) => [`${title}: ${panel.title}`, expr])),
    ),
  ]
  expect(queries.length).toBeGreaterThan(50)
  for (const [where, query = ''] of queries) {
    for (const name of namesIn(query)) expect(known.has(name), `${name} of ${where}`).toBe(true)
    for (const [name] of query.matchAll(/\bjob:\w+(:\w+)?/g))
      expect(recorded.has(name), `${name} of ${where}`).toBe(true)
  }
})

test('every alert names a page that says what to do', () => {
  const alerts = rules.filter(({ alert }) => alert)
  expect(alerts.length).toBeGreaterThan(10)
  for (const { alert = '', annotations } of alerts) {
    const page = annotations?.runbook_url ?? ''
    expect(existsSync(join(root, page)), alert).toBe(true)
    expect(read(page), alert).toContain(alert)
  }
})

type Tried = { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }
test('every alert is tried: a case in which it is raised, and one in which it is not', () => {
  const { tests } = parse(read('ops/prometheus/rules/rules.test.yml')) as { tests: Tried[] }
  const tried = tests.flatMap(({ alert_rule_test }) => alert_rule_test)
  for (const { alert } of rules.filter((rule) => rule.alert)) {
    const cases = tried.filter(({ alertname }) => alertname === alert)
    expect(
      cases.some(({ exp_alerts }) => exp_alerts.length > 0),
      alert,
    ).toBe(true)
    // Where labels tell the raised from the quiet, one case shows both.
    const quiet = cases.some(({ exp_alerts }) => exp_alerts.length === 0)
    const byLabel = cases.some(({ exp_alerts }) => JSON.stringify(exp_alerts).match(/"(job|instance)":/))
    expect(quiet || byLabel, alert).toBe(true)
  }
})

test('the exporter of SQL Server tells what its dashboard shows', () => {
  const collector = parse(read('ops/prometheus/exporters/mssql.collector.yml')) as {
    metrics: { metric_name: string }[]
  }
  const told = collector.metrics.map(({ metric_name }) => metric_name)
  const asked = JSON.stringify(boards) + rules.map(({ expr }) => expr).join()
  for (const [, name = ''] of asked.matchAll(/\b(mssql_\w+)/g)) expect(told).toContain(name)
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
const text = (name: string) => readFileSync(join(root, name), 'utf8')

type Container = {
  image: string
  build?: { target: string }
  ports?: string[]
  networks?: string[]
  network_mode?: string
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  volumes?: (string | { source: string; volume?: { subpath: string } })[]
  read_only?: boolean
  deploy?: { replicas?: number; resources: { limits: { memory: string } } }
  restart?: string
}
const { services, networks } = parse(text('compose.yaml'), { merge: true }) as {
  services: Record<string, Container>
  networks: Record<string, { internal?: boolean }>
}
const containers = Object.entries(services)

test('only NGINX can be reached, and only what speaks to others is let out', () => {
  const published = containers.filter(([, { ports }]) => ports).map(([name]) => name)
  expect(published).toEqual(['nginx'])
  expect(networks.inside?.internal).toBe(true)
  for (const [name, { networks: of = [], network_mode }] of containers)
    expect(network_mode === 'none' || of.join() === 'inside', name).toBe(
      !['nginx', 'notification'].includes(name),
    )
})

test('what lasts has limits, and what is waited for is there', () => {
  for (const [name, { restart, deploy, depends_on = {} }] of containers) {
    if (restart !== 'no') expect(deploy?.resources.limits.memory, name).toBeTruthy()
    for (const other of Object.keys(depends_on)) expect(services[other], `${name} -> ${other}`).toBeTruthy()
  }
  for (const name of ['user', 'task', 'notification']) expect(services[name]?.deploy?.replicas).toBe(2)
})

test('every image of ours has a target, and is shown its own secrets only', () => {
  const targets = [...text('Dockerfile').matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name)
  for (const [name, { build, volumes = [] }] of containers) {
    if (build) expect(targets, name).toContain(build.target)
    const shown = volumes.flatMap((each) => (typeof each === 'object' ? (each.volume?.subpath ?? 'all') : []))
    if (['user', 'task', 'notification'].includes(name)) expect(shown).toEqual(['keys', name])
  }
})

test('NGINX is told nothing that its settings do not name', () => {
  const known = parseEnv(text('ops/nginx/settings.env'))
  for (const name of Object.keys(services.nginx?.environment ?? {})) expect(known).toHaveProperty(name)
})

test('the image needs no files that the context leaves out', () => {
  const kept = text('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1))
  for (const [, source = ''] of text('Dockerfile').matchAll(/^COPY (?!--from|\. )(\S+) /gm)) {
    expect(existsSync(join(root, source)), source).toBe(true)
    expect(
      kept.some((each) => source === each || source.startsWith(`${each}/`)),
      source,
    ).toBe(true)
  }
})

type File = { services: Record<string, Container>; networks?: Record<string, { internal?: boolean }> }
const fileOf = (name: string) => parse(text(name), { merge: true }) as File

test('with traces every service has somewhere to send them, and Grafana knows the way from a line to its trace', () => {
  const { services: traced } = fileOf('compose.tracing.yaml')
  for (const name of ['user', 'task', 'notification'])
    expect(traced[name]?.environment?.OTEL_EXPORTER_OTLP_ENDPOINT).toContain('http://tempo:4318')
  expect(traced.tempo).toMatchObject({
    networks: ['inside'],
    deploy: { resources: { limits: { memory: '1g' } } },
  })
  const { server, distributor } = parse(text('ops/tempo/tempo.yml')) as {
    server: { http_listen_port: number }
    distributor: { receivers: { otlp: { protocols: { http: { endpoint: string } } } } }
  }
  expect(distributor.receivers.otlp.protocols.http.endpoint).toBe('0.0.0.0:4318')
  type Source = { uid: string; url: string; jsonData?: { derivedFields?: { matcherRegex: string }[] } }
  const sourcesOf = (file: string) => (parse(text(file)) as { datasources: Source[] }).datasources
  const withTraces = sourcesOf('ops/tempo/datasources/sources.yml')
  for (const { uid, url } of sourcesOf('ops/grafana/provisioning/datasources/sources.yml'))
    expect(withTraces).toContainEqual(expect.objectContaining({ uid, url }))
  expect(withTraces.find(({ uid }) => uid === 'tempo')?.url).toBe(`http://tempo:${server.http_listen_port}`)
  const [field] = withTraces.find(({ uid }) => uid === 'loki')?.jsonData?.derivedFields ?? []
  expect(text('ops/loki/collector.alloy')).toContain(`${field?.matcherRegex} = "${field?.matcherRegex}"`)
})

test('Elasticsearch is on a network of its own, and nobody but this machine reaches Kibana', () => {
  const { services: elk, networks: nets } = fileOf('compose.elk.yaml')
  expect(nets?.logs?.internal).toBe(true)
  for (const [name, { deploy, ports, networks: of }] of Object.entries(elk)) {
    expect(deploy?.resources.limits.memory, name).toBeTruthy()
    expect(of?.[0], name).toBe('logs')
    const published = ports?.map((port) => port.split(':')[0])
    expect(published, name).toEqual(name === 'kibana' ? ['127.0.0.1'] : undefined)
  }
  const beats = parse(text('ops/elk/filebeat.yml')) as { 'output.logstash': { hosts: string[] } }
  const pipeline = text('ops/elk/pipeline/doable.conf')
  expect(beats['output.logstash'].hosts).toEqual(['logstash:5044'])
  expect(pipeline).toContain('beats { port => 5044 }')
})

import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'

const home = fileURLToPath(new URL('../../ops/nginx', import.meta.url))

type Service = 'user' | 'task' | 'notification'
export type Replicas = { host: string; port: number }[]

export type NginxOptions = {
  /** Where it listens for people, as `127.0.0.1:8080`. With `tls` this one only sends them to https. */
  listen: string
  tls?: { listen: string; certificate: string; key: string }
  /** Where people open Doable. */
  publicUrl: URL
  /** Where it listens for those who look after it: health and figures. */
  status: string
  upstreams: Record<Service, Replicas>
  /** What `npm run build` wrote. */
  dist: string
  /** Addresses or ranges that are believed to forward for others; none unless given. */
  trustedProxies?: string[]
  /** The names people may use, as `server_name` takes them; any unless given. */
  serverNames?: string[]
  /** What else `ops/nginx/settings.env` names, such as limits. */
  settings?: Record<string, string>
}

/** Where things are once they are written. */
export type NginxFiles = {
  /** The configuration that names all others. */
  conf: string
  accessLog: string
  errorLog: string
  /** While this file is there, everybody is told to come back later. */
  maintenance: string
  /** While this file is there, no connection outlives its answer: see `changeNginx`. */
  changing: string
}

/**
 * Fills in `ops/nginx/templates` as the official image does, into a folder of NGINX's own. Written again while NGINX runs,
 * it counts once `changeNginx` has said so.
 * @throws an Error for a placeholder that nothing fills in
 */
export async function writeNginx(folder: string, options: NginxOptions): Promise<NginxFiles> {
  await mkdir(folder, { recursive: true })
  const files = nginxFiles(folder)
  const values = {
    ...parseEnv(await readFile(join(home, 'settings.env'), 'utf8')),
    ...valuesOf(options),
    PAGES: join(home, 'pages'),
    RUNTIME: folder,
    ACCESS_LOG: files.accessLog,
    ERROR_LOG: files.errorLog,
    ...options.settings,
  }
  for (const name of await readdir(join(home, 'templates'))) {
    const template = await readFile(join(home, 'templates', name), 'utf8')
    await replace(join(folder, name.replace(/\.template$/, '')), fillIn(name, template, values))
  }
  return files
}

export const nginxFiles = (folder: string): NginxFiles => ({
  conf: join(folder, 'nginx.conf'),
  accessLog: join(folder, 'access.log'),
  errorLog: join(folder, 'error.log'),
  maintenance: join(folder, 'maintenance'),
  changing: join(folder, 'changing'),
})

/** The words after `nginx`, to run it in the foreground as the user who starts it. */
export const nginxArgs = (folder: string): string[] => {
  const asRoot = process.getuid?.() === 0 ? ' user root;' : ''
  return ['-e', 'stderr', '-p', folder, '-c', nginxFiles(folder).conf, '-g', `daemon off;${asRoot}`]
}

function valuesOf(options: NginxOptions): Record<string, string> {
  const {
    listen,
    tls,
    publicUrl,
    status,
    upstreams,
    dist,
    trustedProxies = [],
    serverNames = ['~.'],
  } = options
  return {
    ENTRANCE: tls ? 'tls' : 'http',
    LISTEN: listen,
    LISTEN_OPTIONS: process.platform === 'linux' ? 'deferred' : '',
    ...(tls && { LISTEN_TLS: tls.listen, TLS_CERTIFICATE: tls.certificate, TLS_KEY: tls.key }),
    PUBLIC_ORIGIN: publicUrl.origin,
    SERVER_NAMES: serverNames.join(' '),
    LISTEN_STATUS: status,
    USER_SERVERS: servers(upstreams.user),
    TASK_SERVERS: servers(upstreams.task),
    NOTIFICATION_SERVERS: servers(upstreams.notification),
    TRUSTED_PROXIES: trustedProxies.map((range) => `set_real_ip_from ${range};`).join(' '),
    DIST: dist,
  }
}

/** An upstream may not be empty, so what has no replica has one that is known to be down. */
const servers = (replicas: Replicas): string =>
  replicas
    .map(({ host, port }) => `server ${host}:${port} weight=10 max_fails=1 fail_timeout=3s;`)
    .join('\n  ') || 'server 127.0.0.1:9 down;'

function fillIn(name: string, template: string, values: Record<string, string | undefined>): string {
  return template.replace(/\$\{([A-Z_]+)\}/g, (_all, placeholder: string) => {
    const value = values[placeholder]
    if (value === undefined) throw new Error(`Nothing fills in ${placeholder} of ${name}.`)
    return value
  })
}

/** NGINX may read the file at any moment, so it is never half there. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

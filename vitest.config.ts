import { defineConfig } from 'vitest/config'
import { plugins } from './web/platform/src/plugins.ts'

const notOurs = '**/node_modules/**'

/** Tests on Node; a slow machine under load must not fail them, so the time they may take is generous. */
const onNode = (name: string, include: string[], exclude: string[] = []) => ({
  test: {
    name,
    environment: 'node',
    include,
    exclude: [notOurs, ...exclude],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

const inBrowser = {
  plugins: plugins(),
  test: {
    name: 'web',
    environment: 'jsdom',
    include: ['packages/{client,ui}/src/**/*.test.{ts,tsx}', 'web/*/src/**/*.test.{ts,tsx}'],
    exclude: [notOurs, 'web/platform/**'],
    setupFiles: './tests/setup/browser.ts',
    css: { modules: { classNameStrategy: 'non-scoped' as const } },
    testTimeout: 30_000,
  },
}

/**
 * The services once more, as they speak to SQL Server: each statement is held against the rules of
 * docs/decisions/0033-sql-for-two-engines.md and run by a stand-in.
 */
const inTsql = {
  test: {
    ...onNode('tsql', ['services/*/src/**/*.test.ts', 'packages/service-kit/src/jobs.test.ts']).test,
    setupFiles: './packages/service-kit/fixtures/tsql/setup.ts',
    globalSetup: './packages/service-kit/fixtures/tsql/all-met.ts',
    env: { TEST_DATABASE_URL: 'mssql://sa:none@stand-in.invalid/master?encrypt=false' },
  },
}

/** A system that runs already. Vitest has a BASE_URL of its own, so the tests read it under another name. */
const running = process.env.BASE_URL

const againstRunning = {
  test: {
    ...onNode('fleet', ['tests/running/**/*.test.ts']).test,
    env: { RUNNING_SYSTEM: running ?? '' },
    // Containers are started and stopped, with people at work.
    testTimeout: 300_000,
  },
}

const packages = 'packages/{contracts,domain,service-kit}/src/**/*.test.ts'
const tools = '{scripts,bench,web/platform/src}/**/*.test.ts'

export default defineConfig({
  test: {
    passWithNoTests: true,
    maxWorkers: 2,
    globalSetup: './tests/setup/databases.ts',
    projects: [
      onNode('unit', [packages, tools]),
      inBrowser,
      onNode(
        'service',
        ['{services,standalone,fleet}/**/*.test.ts', 'tests/**/*.test.ts'],
        ['tests/{e2e,crash,fleet,running}/**'],
      ),
      inTsql,
      onNode('crash', ['tests/crash/**/*.test.ts']),
      running ? againstRunning : onNode('fleet', ['tests/fleet/**/*.test.ts']),
    ],
  },
})

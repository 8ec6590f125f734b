import { defineConfig } from 'vitest/config'
import { plugins } from './web/platform/src/plugins.ts'

const node = [
  'packages/{contracts,domain,service-kit}/src/**/*.test.ts',
  'services/*/src/**/*.test.ts',
  'standalone/src/**/*.test.ts',
  'scripts/**/*.test.ts',
  'bench/**/*.test.ts',
  'web/platform/src/**/*.test.ts',
]
const jsdom = ['packages/{client,ui}/src/**/*.test.{ts,tsx}', 'web/*/src/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    passWithNoTests: true,
    maxWorkers: 2,
    projects: [
      {
        test: { name: 'unit', environment: 'node', include: node, testTimeout: 30_000, hookTimeout: 30_000 },
      },
      {
        plugins: plugins(),
        test: {
          name: 'web',
          environment: 'jsdom',
          include: jsdom,
          exclude: ['web/platform/**', '**/node_modules/**'],
          setupFiles: './tests/setup/browser.ts',
          css: { modules: { classNameStrategy: 'non-scoped' } },
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'system',
          environment: 'node',
          include: ['tests/{routes,crash,setup,standalone,sync}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from './scripts/test/chromium.ts'

/** Tests in the machine's own browser. They start the program themselves, unless BASE_URL names a running one. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/setup/databases.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // On a machine that others use too, one late key must not throw a whole run away; the end of it names such a test.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '.cache/test/playwright.json' }],
  ],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
  },
})

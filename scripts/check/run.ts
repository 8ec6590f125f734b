import { apiDocuments } from './api-documents.ts'
import type { Check } from './check.ts'
import { envExample } from './env-example.ts'
import { eventDocuments } from './event-documents.ts'
import { longFiles } from './file-length.ts'
import { importRules } from './import-rules.ts'
import { licences } from './licences.ts'
import { lockFiles } from './lock-file.ts'
import { commands, links } from './papers.ts'
import { catalogs, format, types } from './tools.ts'

const checks: Check[] = [
  format,
  types,
  importRules,
  lockFiles,
  licences,
  envExample,
  apiDocuments,
  eventDocuments,
  catalogs,
  commands,
  links,
]

/** Mends what a program can mend. */
export async function fixAll() {
  for (const check of checks) await check.fix?.()
}

async function wrongIn(check: Check): Promise<string[]> {
  try {
    return await check.run()
  } catch (error) {
    return [`could not be looked at: ${error instanceof Error ? (error.stack ?? error.message) : error}`]
  }
}

/**
 * Runs every check, one line each, and shows what failed at the end.
 * @returns how many passed and how many failed, and the names of the failed ones
 */
export async function runChecks(): Promise<{ passed: number; failed: number; failures: string[] }> {
  const failures: [name: string, wrong: string[]][] = []
  for (const check of checks) {
    const wrong = await wrongIn(check)
    console.log(wrong.length ? `FAIL  ${check.name}` : `ok    ${check.name}`)
    if (wrong.length) failures.push([check.name, wrong])
  }
  for (const note of longFiles()) console.log(`note  ${note}`)
  for (const [name, wrong] of failures)
    console.log(`\n${name}\n${wrong.map((line) => `  ${line}`).join('\n')}`)
  return {
    passed: checks.length - failures.length,
    failed: failures.length,
    failures: failures.map(([name]) => `check: ${name}`),
  }
}

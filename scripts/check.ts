import { fixAll, runChecks } from './check/run.ts'

if (process.argv.includes('--fix')) await fixAll()
process.exitCode = (await runChecks()).failed > 0 ? 1 : 0

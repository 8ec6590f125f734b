import type { Case } from './cases/case.ts'
import { days } from './cases/days.ts'
import { fields } from './cases/fields.ts'
import { kinds } from './cases/kinds.ts'
import { logic } from './cases/logic.ts'
import { names } from './cases/names.ts'
import { zones } from './cases/zones.ts'

/** What queries show in the world of cases/world.ts and cases/tasks.ts: one table for every evaluator. */
export const cases: readonly Case[] = [...days, ...fields, ...names, ...kinds, ...logic, ...zones]

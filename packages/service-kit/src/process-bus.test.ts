import { busConformance } from '../fixtures/bus.conformance.ts'
import { eventWorld } from '../fixtures/event-world.ts'
import { ProcessBus } from './bus.ts'
import { processClock } from './clock.ts'
import { deadLetters } from './dead-letters.ts'

const services = ['giver', 'one', 'two']
busConformance(() =>
  eventWorld(
    async () => new ProcessBus(),
    (db) => deadLetters({ db, redis: undefined, clock: processClock }, services),
  ),
)

import { run } from '@doable/service-kit/run'
import { taskService } from './index.ts'

await run([taskService])

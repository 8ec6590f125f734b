import { run } from '@doable/service-kit/run'
import { userService } from './index.ts'

await run([userService])

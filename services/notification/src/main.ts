import { run } from '@doable/service-kit/run'
import { notificationService } from './index.ts'

await run([notificationService])

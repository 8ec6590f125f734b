import { notificationService } from '@doable/notification-service/index'
import type { Service } from '@doable/service-kit/service'
import { taskService } from '@doable/task-service/index'
import { userService } from '@doable/user-service/index'

/** All of Doable, in the order in which their tables are made. */
export const services: Service[] = [userService, taskService, notificationService]

import type { Service } from '@doable/service-kit/service'
import { startPurging } from './account-deletion.ts'
import { Installation } from './installation.ts'
import { Picture } from './picture.ts'
import { User } from './user.ts'
import { userRoutes } from './user-routes.ts'

/** Accounts, sign-in, sessions and profiles. */
export const userService: Service = {
  name: 'user',
  home: new URL('./', import.meta.url),
  models(db) {
    User.install(db)
    Picture.install(db)
    Installation.install(db)
  },
  routes: userRoutes,
  start: startPurging,
}

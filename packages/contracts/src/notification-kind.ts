import { z } from 'zod'

/**
 * What a person can be told of. `test` is a message that they send themselves to see that a channel works; `webhook-off` is
 * told in the app whatever they have settled.
 */
export const kinds = [
  'due-soon',
  'overdue',
  'reminder',
  'completed',
  'assigned',
  'commented',
  'mentioned',
  'shared',
  'digest',
  'test',
  'webhook-off',
] as const
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

/** What every lucide icon is made with; shared, so that no part of the web brings it again (`platform/src/icons.ts`). */
export { createLucideIcon } from 'lucide-react'

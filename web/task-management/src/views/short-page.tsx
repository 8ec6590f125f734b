import { readShortLink } from '@doable/domain/short-link'
import { Navigate, useLocation } from 'react-router'
import { MissingPage } from './missing-page.tsx'

/** The short address of an SMS: goes on to the task or list that it stands for. */
export default function ShortPage() {
  const to = readShortLink(useLocation().pathname)
  return to ? <Navigate to={to} replace /> : <MissingPage kind="page" />
}

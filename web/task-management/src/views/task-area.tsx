import { useView } from '@doable/client/react'
import { lazily } from '@doable/ui/lazily'
import { useEffect } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { useOpenTask } from '../page/use-open-task.ts'
import { LabelPage } from './label-page.tsx'
import { InboxPage, ListPage } from './list-page.tsx'
import { MissingPage } from './missing-page.tsx'
import { SearchPage } from './search-page.tsx'
import css from './task-area.module.css'
import { TodayPage } from './today-page.tsx'
import { UpcomingPage } from './upcoming-page.tsx'

const details = () => import('../detail/detail-panel.tsx')
const bulkBar = () => import('../selection/bulk-bar.tsx')
const popups = () => import('../popups/task-popups.tsx')
const pickers = () =>
  Promise.all([import('../pickers/label-picker.tsx'), import('../pickers/place-picker.tsx')])
const DetailPanel = lazily(async () => (await details()).DetailPanel)
const unsaved = () => import('../filters/unsaved-page.tsx')
const AllPage = lazily(async () => (await unsaved()).AllPage)
const NewFilterPage = lazily(async () => (await unsaved()).NewFilterPage)
const FilterPage = lazily(async () => (await import('../filters/filter-page.tsx')).FilterPage)
const TemplatesPage = lazily(async () => (await import('../templates/templates-page.tsx')).TemplatesPage)
const TrashPage = lazily(async () => (await import('../trash/trash-page.tsx')).TrashPage)

/** After the first page is drawn and at rest, in milliseconds. */
const soon = 3000

/** Fetches what is likely to be opened next, so that opening it waits for nothing. */
function usePreload() {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of [details, popups, pickers, bulkBar]) void load().catch(() => undefined)
    }, soon)
    return () => clearTimeout(timer)
  }, [])
}

/** All pages of tasks, with the details of the open task beside whichever is shown. */
export default function TaskArea() {
  const { id } = useOpenTask()
  const loaded = useView((view) => view.loaded)
  usePreload()
  if (!loaded) return <div aria-busy="true" />
  return (
    <div className={css.area} data-open={id !== undefined || undefined}>
      <Routes>
        <Route index element={<Navigate to="today" replace />} />
        <Route path="inbox" element={<InboxPage />} />
        <Route path="today" element={<TodayPage />} />
        <Route path="upcoming" element={<UpcomingPage />} />
        <Route path="list/:id" element={<ListPage />} />
        <Route path="label/:name" element={<LabelPage />} />
        <Route path="filter/new" element={<NewFilterPage />} />
        <Route path="filter/:id" element={<FilterPage />} />
        <Route path="search" element={<SearchPage />} />
        <Route path="all" element={<AllPage />} />
        <Route path="templates" element={<TemplatesPage />} />
        <Route path="trash" element={<TrashPage />} />
        <Route path="*" element={<MissingPage kind="page" />} />
      </Routes>
      {id !== undefined && <DetailPanel id={id} />}
    </div>
  )
}

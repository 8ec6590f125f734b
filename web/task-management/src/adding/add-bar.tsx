import { NewFromTemplate } from '../templates/new-from-template.tsx'
import { QuickAddBar } from './quick-add-bar.tsx'

/** What is made from any page: a task by a line, a list from a template. */
export const AddBar = () => (
  <>
    <QuickAddBar />
    <NewFromTemplate />
  </>
)

import { UiProvider } from '@doable/ui/provider'
import { BrowserRouter } from 'react-router'
import { Gate } from './gate/gate.tsx'

/** The whole page. */
export const App = () => (
  <UiProvider>
    <BrowserRouter>
      <Gate />
    </BrowserRouter>
  </UiProvider>
)

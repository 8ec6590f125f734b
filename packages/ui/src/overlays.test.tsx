import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useRef, useState } from 'react'
import { expect, test } from 'vitest'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { DatePopover, type Due } from './date-popover.tsx'
import { Menu } from './menu.tsx'
import { UiProvider } from './provider.tsx'

test('a menu opens by button, runs the chosen entry and gives the focus back', async () => {
  const run: string[] = []
  const items = ['Edit', 'Move'].map((label) => ({ id: label, label, run: () => void run.push(label) }))
  render(
    <UiProvider>
      <Menu label="More" sections={[{ items }]}>
        More
      </Menu>
    </UiProvider>,
  )
  const button = screen.getByRole('button', { name: 'More' })
  await userEvent.click(button)
  expect(button.getAttribute('aria-expanded')).toBe('true')
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Move' }))
  expect(run).toEqual(['Move'])
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(button))
})

test('what cannot be undone is asked, and Escape means no', async () => {
  let confirmed = 0
  function Page() {
    const [isOpen, setOpen] = useState(true)
    return (
      <ConfirmDialog
        title="Delete account?"
        action="Delete account"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={() => void confirmed++}
      />
    )
  }
  render(<Page />, { wrapper: UiProvider })
  await screen.findByRole('alertdialog', { name: 'Delete account?' })
  expect(document.activeElement?.textContent).toBe('Cancel')
  await userEvent.click(screen.getByRole('button', { name: 'Delete account' }))
  expect(confirmed).toBe(1)
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
})

function Dated({ seen }: { seen: Due[] }) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [due, setDue] = useState<Due>({ date: '2026-11-24', time: '17:00' })
  seen.push(due)
  const open = () => setOpen(true)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" ref={anchor} onClick={open}>
        Due
      </button>
      <DatePopover
        {...{ anchor, isOpen }}
        label="Due date"
        onClose={close}
        value={due}
        onChange={setDue}
        today="2026-11-22"
        weekStart={1}
      />
    </>
  )
}

test('a day is chosen quickly, and no date takes the time along', async () => {
  const seen: Due[] = []
  render(<Dated seen={seen} />, { wrapper: UiProvider })
  await userEvent.click(screen.getByText('Due'))
  expect(await screen.findByRole('button', { name: /Tomorrow.*Mon.*23/ })).toBeTruthy()
  await userEvent.click(await screen.findByRole('button', { name: /Next week.*Mon.*23/ }))
  expect(seen.at(-1)).toEqual({ date: '2026-11-23', time: '17:00' })
  await userEvent.click(screen.getByText('Due'))
  await userEvent.click(await screen.findByRole('button', { name: 'No date' }))
  expect(seen.at(-1)).toEqual({ date: null, time: null })
})

import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { arriving } from './arriving.ts'

test('is fetched once, by the first that wants it, for all that show it', async () => {
  let fetched = 0
  const useWord = arriving(async () => {
    fetched += 1
    return 'here'
  })
  const Shown = ({ wanted }: { wanted: boolean }) => <p>{useWord(wanted) ?? 'on its way'}</p>
  const { rerender } = render(<Shown wanted={false} />)
  expect(fetched).toBe(0)
  rerender(
    <>
      <Shown wanted />
      <Shown wanted />
    </>,
  )
  expect(await screen.findAllByText('here')).toHaveLength(2)
  expect(fetched).toBe(1)
})

test('what could not be fetched is tried again by what is drawn next', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve('here')]
  const useWord = arriving(() => answers.shift() as Promise<string>)
  const Shown = () => <p>{useWord() ?? 'on its way'}</p>
  const first = render(<Shown />)
  await expect.poll(() => answers.length).toBe(1)
  expect(screen.getByText('on its way')).toBeTruthy()
  first.unmount()
  render(<Shown />)
  expect(await screen.findByText('here')).toBeTruthy()
})

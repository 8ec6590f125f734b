import { fold } from '@doable/domain/fold'
import type { Command } from '@doable/ui/microfrontend'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useEntries } from '../frame/use-entries.ts'
import { useParts } from '../parts/use-parts.ts'
import { ownCommands } from './own-commands.tsx'
import { useFound } from './use-found.tsx'

export type Answer = {
  id: string
  text: string
  icon?: ReactNode
  detail?: string
  keys?: string
  run(navigate: (to: string) => void): void
}
export type AnswerGroup = { title: string; answers: Answer[] }

/** Whether every typed word begins a word of the text. */
export const fits = (text: string, words: string): boolean => {
  const parts = fold(text).split(/[^\p{L}\p{N}]+/u)
  return fold(words)
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)))
}

function usePlaces(): Answer[] {
  const { i18n } = useLingui()
  return useEntries().map((entry) => ({
    id: `go ${entry.to}`,
    text: i18n._(entry.label),
    icon: entry.icon,
    ...(entry.goKey && { keys: `g ${entry.goKey}` }),
    run: (navigate) => navigate(entry.to),
  }))
}

/** Commands of all microfrontends and of the shell that fit the page, by their headings. */
function useCommands(): AnswerGroup[] {
  const { i18n } = useLingui()
  const { loaded } = useParts()
  const { pathname } = useLocation()
  const all: Command[] = [...loaded.flatMap((part) => part.commands), ...ownCommands]
  const fitting = all.filter(({ fitsPage }) => fitsPage?.(pathname) ?? true)
  const groups = Object.groupBy(fitting, (command) => i18n._(command.group))
  return Object.entries(groups).map(([title, commands = []]) => ({
    title,
    answers: commands.map(({ label, group: _, fitsPage: __, ...rest }) => ({ ...rest, text: i18n._(label) })),
  }))
}

/** What the palette offers for the words typed so far; without words the places and commands. */
export function useAnswers(words: string): AnswerGroup[] {
  const { t } = useLingui()
  const places = { title: t`Go to`, answers: usePlaces() }
  const found = useFound(words.trim())
  const narrowed = [places, ...useCommands()].map((group) => ({
    ...group,
    answers: group.answers.filter((answer) => !words.trim() || fits(answer.text, words.trim())),
  }))
  return [...narrowed, ...found].filter((group) => group.answers.length > 0)
}

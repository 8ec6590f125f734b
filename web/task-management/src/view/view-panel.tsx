import './words.ts'
import { Button } from '@doable/ui/button'
import { Switch } from '@doable/ui/checkbox'
import { IconButton } from '@doable/ui/icon-button'
import { Select } from '@doable/ui/select'
import { useLingui } from '@lingui/react/macro'
import { ArrowDownNarrowWide, ArrowDownWideNarrow, RotateCcw } from 'lucide-react'
import { useRef } from 'react'
import type { PageModel } from '../page/model.ts'
import { LayoutChoice } from './layout-choice.tsx'
import { useSortWords } from './sort-words.ts'
import { useGroupingChoices, useSortChoices } from './use-choices.tsx'
import css from './view-panel.module.css'

/** The order of a page, and the other way round; says in a sentence what it does. */
function SortChoice({ model }: { model: PageModel }) {
  const { t } = useLingui()
  const choices = useSortChoices(model)
  const { options, setOptions } = model
  const { sort, descending } = options
  const { explained } = useSortWords()[sort]
  return (
    <div>
      <div className={css.sort}>
        <Select
          label={t`Sort by`}
          value={sort}
          options={choices}
          onChange={(next) => setOptions({ sort: next, descending: false })}
        />
        <IconButton
          label={t`The other way round`}
          aria-pressed={descending}
          onClick={() => setOptions({ descending: !descending })}
        >
          {descending ? <ArrowDownWideNarrow /> : <ArrowDownNarrowWide />}
        </IconButton>
      </div>
      {explained && !descending && <p className={css.explained}>{explained}</p>}
    </div>
  )
}

/** All that can be chosen about how a page is looked at, and the way back to how it is by itself. */
export function ViewPanel({ model }: { model: PageModel }) {
  const { t } = useLingui()
  const groupings = useGroupingChoices(model)
  const { options, setOptions, layouts = [], sortable, completable } = model
  const panel = useRef<HTMLDivElement>(null)
  const reset = () => {
    setOptions(null)
    // The button has done its work and can have the focus no longer; lost, no key would reach the panel.
    panel.current?.focus()
  }
  return (
    <div ref={panel} tabIndex={-1} className={css.panel}>
      {layouts.length > 1 && <LayoutChoice model={model} />}
      {groupings.length > 1 && (
        <Select
          label={t`Group by`}
          value={options.groupBy}
          options={groupings}
          onChange={(groupBy) => setOptions({ groupBy })}
        />
      )}
      {sortable && <SortChoice model={model} />}
      {completable && (
        <Switch checked={options.completed} onChange={(completed) => setOptions({ completed })}>
          {t`Show completed tasks`}
        </Switch>
      )}
      <Button
        small
        kind="quiet"
        icon={<RotateCcw />}
        disabled={!options.changed}
        onClick={reset}
        className={css.reset}
      >
        {t`Reset view`}
      </Button>
    </div>
  )
}

import { useState } from 'preact/hooks'
import type { Shift, ShiftRoute } from '../../server/shifts/schema.ts'
import { LinkButton } from '../form/fields.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { shortDay } from '../patrols/words.ts'
import { ask } from '../state/api.ts'
import { RouteFacts } from './route-facts.tsx'
import { RouteMap } from './route-map.tsx'
import type { ShiftTimes } from './shift-times.ts'
import { StopsList } from './stops-list.tsx'
import { moved } from './use-drag-order.ts'
import type { useRoute } from './use-route.ts'

interface RouteEditorProps {
  route: ShiftRoute
  routing: ReturnType<typeof useRoute>
  /** The kept shift that is changed; undefined: a new one. */
  shift: Shift | undefined
  onKept: (sentence: string) => void
  onAnew: () => void
}

/** The visits on the map and in the list, side by side: change their order in either, then keep them. */
export const RouteEditor = ({ route, routing, shift, onKept, onAnew }: RouteEditorProps) => {
  const [said, setSaid] = useState('')
  const keeping = useSending()
  const times: ShiftTimes = { day: route.day, from: route.from, to: route.to, how: route.how }
  const order = route.stops.map(({ patrolId }) => patrolId)
  const change = (next: string[], words: string) => {
    setSaid(words)
    void routing.workOut({ ...times, order: next })
  }
  const move = (from: number, to: number) =>
    change(moved(order, from, to), `${route.stops[from]!.hotspotName} is visit ${to + 1} of ${order.length} now.`)
  const keep = () =>
    keeping.send({}, async () => {
      const body = { ...times, order }
      const kept = shift
        ? await ask<Shift>(`/api/shifts/${shift.id}`, { method: 'PATCH', body: { ...body, version: shift.version } })
        : await ask<Shift>('/api/shifts', { method: 'POST', body })
      onKept(
        `The shift of ${shortDay(kept.day)}, ${kept.from} to ${kept.to}, is kept: officers of your areas see it on their phones.`,
      )
    })

  return (
    <section aria-labelledby="route-title">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1" id="route-title">
        {shortDay(route.day)}, {route.from} to {route.to}, {route.how === 'foot' ? 'on foot' : 'driving'}
      </h2>
      <p class="govuk-body-s app-dim">
        Drag a visit by its handle, or its number on the map onto another number or onto the line between two. The
        buttons do the same.
      </p>
      {routing.problem && <ProblemSummary problem={routing.problem} />}
      {keeping.problem && <ProblemSummary problem={keeping.problem} />}
      <p class="govuk-visually-hidden" role="status">
        {said}
      </p>
      <div class={`app-route${routing.isBusy ? ' app-route--busy' : ''}`}>
        <div>
          <StopsList
            stops={route.stops}
            onMove={move}
            onRemove={(at) => change(order.toSpliced(at, 1), `${route.stops[at]!.hotspotName} is taken out.`)}
            onAgain={(at) =>
              change([...order, order[at]!], `${route.stops[at]!.hotspotName} is visited once more, at the end.`)
            }
          />
        </div>
        <RouteMap stops={route.stops} onMove={move} />
      </div>
      <RouteFacts route={route} />
      <div class="govuk-button-group">
        <button type="button" class="govuk-button" aria-disabled={keeping.isBusy} onClick={() => void keep()}>
          {shift ? 'Keep the changes' : 'Keep this shift'}
        </button>
        <LinkButton onClick={() => void routing.workOut({ ...times, patrolIds: [...new Set(order)] })}>
          Work out the order anew
        </LinkButton>
        <LinkButton onClick={onAnew}>Choose other places</LinkButton>
      </div>
    </section>
  )
}

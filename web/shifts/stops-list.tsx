import { useEffect, useRef } from 'preact/hooks'
import type { ShiftStop } from '../../server/shifts/schema.ts'
import { metresWords, minutesWords } from '../patrols/words.ts'
import { useDragOrder } from './use-drag-order.ts'

interface StopsListProps {
  stops: readonly ShiftStop[]
  onMove: (from: number, to: number) => void
  onRemove: (at: number) => void
  onAgain: (at: number) => void
}

/** The visits in their order: dragged by the handle, or moved with the buttons. */
export const StopsList = ({ stops, onMove, onRemove, onAgain }: StopsListProps) => {
  const { list, drag, handle } = useDragOrder(onMove)
  // A button that was pressed goes with its visit: the focus follows.
  const follow = useRef<{ at: number; what: string } | undefined>(undefined)
  useEffect(() => {
    if (!follow.current) return
    const { at, what } = follow.current
    follow.current = undefined
    const item = list.current?.children[at]
    const wanted = item?.querySelector<HTMLButtonElement>(`[data-do="${what}"]:not([disabled])`)
    ;(wanted ?? item?.querySelector<HTMLButtonElement>('[data-do]:not([disabled])'))?.focus()
  }, [stops])
  const step = (from: number, to: number, what: string) => {
    follow.current = { at: to, what }
    onMove(from, to)
  }

  return (
    <ol class="app-stops" ref={list}>
      {stops.map((stop, i) => (
        <li
          key={`${stop.patrolId} ${stop.visit}`}
          class={`app-stop${drag?.from === i ? ' app-stop--dragged' : ''}${lineAt(drag, i)}`}
        >
          <span class="app-stop__handle" aria-hidden="true" title="Drag to another place in the order" {...handle(i)}>
            ⠿
          </span>
          <span class="app-stop__number" aria-hidden="true">
            {i + 1}
          </span>
          <div class="app-stop__body">
            <p class="app-stop__name">
              {stop.begin} <strong>{stop.hotspotName}</strong>
              {stop.visit > 1 && `, visit ${stop.visit}`}
            </p>
            <p class="app-small app-quiet">{travelSentence(stop, i)}</p>
            {warningsOf(stop).map((warning) => (
              <p class="app-small app-warning-words" key={warning}>
                {warning}
              </p>
            ))}
          </div>
          <div class="app-stop__buttons">
            <Do what="up" says="Earlier" of={stop} isDisabled={i === 0} onClick={() => step(i, i - 1, 'up')} />
            <Do
              what="down"
              says="Later"
              of={stop}
              isDisabled={i === stops.length - 1}
              onClick={() => step(i, i + 1, 'down')}
            />
            <Do what="again" says="Again" of={stop} onClick={() => onAgain(i)} />
            <Do what="remove" says="Remove" of={stop} isDisabled={stops.length === 1} onClick={() => onRemove(i)} />
          </div>
        </li>
      ))}
    </ol>
  )
}

interface DoProps {
  what: string
  says: string
  of: ShiftStop
  isDisabled?: boolean
  onClick: () => void
}

const Do = ({ what, says, of, isDisabled = false, onClick }: DoProps) => (
  <button type="button" class="app-tool app-tool--small" data-do={what} disabled={isDisabled} onClick={onClick}>
    {says}
    <span class="govuk-visually-hidden">
      : {of.hotspotName}, visit {of.visit}
    </span>
  </button>
)

/** Where a dragged visit would be put. */
const lineAt = (drag: { from: number; to: number } | undefined, i: number): string => {
  if (!drag || drag.to === drag.from || i !== drag.to) return ''
  return drag.to < drag.from ? ' app-stop--line-over' : ' app-stop--line-under'
}

const travelSentence = ({ metres, travelMinutes, waitMinutes, begin, end }: ShiftStop, i: number): string => {
  const way =
    i === 0
      ? 'Begin here'
      : metres === 0
        ? 'The same place'
        : `${metresWords(metres)}, ${minutesWords(travelMinutes)} away`
  return `${way}${waitMinutes > 0 ? `; ${minutesWords(waitMinutes)} until then` : ''}. There ${begin} to ${end}.`
}

const warningsOf = ({ isInShift, isInWindow, isOver, windows }: ShiftStop): string[] => [
  ...(isOver ? ['This task runs no more: nothing can be logged against it.'] : []),
  ...(isInShift ? [] : ['Not over before the shift is.']),
  ...(isInWindow
    ? []
    : [
        windows.length === 0
          ? 'None of its windows falls into this shift.'
          : `Outside its windows in this shift: ${windows.map(({ from, to }) => `${from}–${to}`).join(', ')}.`,
      ]),
]

import { useRef, useState } from 'preact/hooks'

interface Drag {
  from: number
  /** Where it would stand if it were let go now. */
  to: number
}

/**
 * Dragging the items of a list by a handle, with a mouse, a pen or a finger. Give `listRef` to the list, whose children are the items in order, and
 * `handle(i)` to each handle. @param onMove told once the item is let go elsewhere
 */
export const useDragOrder = (onMove: (from: number, to: number) => void) => {
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<Drag>()
  const current = useRef<Drag | undefined>(undefined)

  const change = (next: Drag | undefined) => {
    current.current = next
    setDrag(next)
  }
  const positionAt = (y: number, from: number): number => {
    const middles = [...list.current!.children].map((item) => {
      const { top, height } = item.getBoundingClientRect()
      return top + height / 2
    })
    return middles.filter((middle, i) => i !== from && middle < y).length
  }
  const handle = (from: number) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      event.preventDefault()
      ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
      change({ from, to: from })
    },
    onPointerMove: (event: PointerEvent) => {
      if (current.current?.from !== from) return
      change({ from, to: positionAt(event.clientY, from) })
    },
    onPointerUp: () => {
      const done = current.current
      change(undefined)
      if (done && done.to !== done.from) onMove(done.from, done.to)
    },
    onPointerCancel: () => change(undefined),
  })
  return { list, drag, handle }
}

/** A list with one item moved to another position. */
export const moved = <Item>(items: readonly Item[], from: number, to: number): Item[] =>
  items.toSpliced(from, 1).toSpliced(to, 0, items[from]!)

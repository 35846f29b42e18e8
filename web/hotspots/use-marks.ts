import { useEffect, useRef, useState } from 'preact/hooks'
import { address, goTo } from '../state/router.ts'
import { placeKey, withParameters, type Named } from './filters.ts'
import type { Marks } from './ranked-list.tsx'

/** Pointing at a place lasts a moment; choosing one is a step in the address bar. */
export const useMarks = <H extends Named>(
  hotspots: readonly H[],
  selected: H | undefined,
): Marks & { wasChosen: boolean } => {
  const [hovered, setHovered] = useState<number>()
  const wasChosen = useRef(false)
  useEffect(() => setHovered(undefined), [hotspots])
  const onSelect = (rank: number) => {
    const chosen = hotspots.find((hotspot) => hotspot.rank === rank)
    wasChosen.current = true
    if (chosen) goTo(withParameters(address.value, { place: placeKey(chosen) }))
  }
  return { selected: selected?.rank, hovered, onSelect, onHover: setHovered, wasChosen: wasChosen.current }
}

/** Whoever stood in the panel when it closed, by its button, by Escape or by Back, stands at its row again. */
export const useFocusBack = (selected: number | undefined) => {
  const before = useRef(selected)
  useEffect(() => {
    const closed = selected === undefined ? before.current : undefined
    before.current = selected
    if (closed === undefined || document.activeElement !== document.body) return
    const row = document.getElementById(`rank-${closed}`) ?? document.getElementById(`row-${closed}`)
    row?.focus()
  }, [selected])
}

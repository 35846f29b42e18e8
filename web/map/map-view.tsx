import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { setup } from '../state/setup.ts'
import type { MapHandle, MapOptions } from './create-map.ts'

type State = 'loading' | 'ready' | 'impossible' | 'failed'

const SENTENCES: Record<Exclude<State, 'ready'>, string> = {
  loading: 'Drawing the map…',
  impossible:
    'This browser cannot draw the map (it has no WebGL 2). Everything else on this page works without it. Try another browser, or ask for graphics acceleration to be turned on.',
  failed: 'The map could not be drawn. Everything else on this page works without it. Load the page again to try anew.',
}

export interface MapViewProps extends MapOptions {
  /** Given the map when it can be drawn upon, once. It is destroyed with the component. */
  onReady: (map: MapHandle) => void
  /** What stands over the map: a legend, say. */
  children?: ComponentChildren
}

/**
 * A map that fills its parent, fetched after the page has shown itself. Give the parent a height.
 * The options are read once, when the map is made: listeners should reach the newest state by themselves.
 */
export const MapView = ({ onReady, children, ...options }: MapViewProps) => {
  const container = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<State>('loading')

  useEffect(() => {
    let handle: MapHandle | undefined
    let isGone = false
    const start = async () => {
      if (!canDrawMaps()) return setState('impossible')
      const { createMap } = await import('./create-map.ts')
      if (isGone || !container.current || !setup.value) return

      handle = await createMap(container.current, setup.value, options)
      if (isGone) return handle.destroy()
      setState('ready')
      onReady(handle)
    }
    start().catch((error: unknown) => {
      console.error(error)
      setState('failed')
    })
    return () => {
      isGone = true
      handle?.destroy()
    }
  }, [])

  return (
    <div class="app-map">
      <div ref={container} class="app-map__canvas" />
      {state !== 'ready' && (
        <p class="govuk-body app-map__sentence" role={state === 'loading' ? undefined : 'status'}>
          {SENTENCES[state]}
        </p>
      )}
      {state === 'ready' && children}
    </div>
  )
}

/** Asked before the map's code is fetched. */
const canDrawMaps = () => document.createElement('canvas').getContext('webgl2') !== null

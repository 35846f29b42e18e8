import { withParameters } from '../hotspots/filters.ts'
import { goTo } from '../state/router.ts'

export type Layer = 'density' | 'significant'

const LAYERS: { layer: Layer | undefined; label: string }[] = [
  { layer: undefined, label: 'None' },
  { layer: 'density', label: 'Density surface' },
  { layer: 'significant', label: 'Significant cells' },
]

export const layerOf = (address: URL): Layer | undefined => {
  const layer = address.searchParams.get('layer')
  return layer === 'density' || layer === 'significant' ? layer : undefined
}

export const layerWords = (layer: Layer): string => LAYERS.find((one) => one.layer === layer)!.label

/** What is drawn under the places. */
export const LayerChoice = ({ address, isAtRest }: { address: URL; isAtRest: boolean }) => {
  const chosen = layerOf(address)
  return (
    // What is at rest is still read out with its reason, which stands beside the month.
    <fieldset class="app-layers" disabled={isAtRest} {...(isAtRest && { 'aria-describedby': 'play-note' })}>
      <legend class="app-filter__label">Under the places</legend>
      {LAYERS.map(({ layer, label }) => (
        <label class="app-layers__choice" key={label}>
          <input
            type="radio"
            name="layer"
            checked={layer === chosen}
            onChange={() => goTo(withParameters(address, { layer }), { replace: true })}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

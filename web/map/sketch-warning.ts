import type { IControl } from 'maplibre-gl'

/** The sentence that a sketch wears: it is not for finding the way. */
export const sketchWarning = (sentence: string): IControl => {
  const element = document.createElement('p')
  element.className = 'maplibregl-ctrl app-map__warning'
  element.textContent = sentence
  return {
    onAdd: () => element,
    onRemove: () => element.remove(),
  }
}

import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { Hotspot } from '../../server/hotspots/schema.ts'
import type { AreaOrPoint } from './bounds.ts'
import { HOTSPOTS, HOTSPOT_TARGETS, RANKS, hotspotLayers, hotspotOpacity } from './hotspot-layers.ts'
import { pointOnSurface } from './point-on-surface.ts'
import { drawRank, RANK_RADIUS_PIXELS } from './rank-image.ts'
import { spreadLabels } from './spread-labels.ts'
import type { Theme } from './theme.ts'

/** What the map has to know of a hotspot; `step` is its colour, 0 for the fewest reports, `NO_REPORT` for none. */
export interface MapHotspot extends Pick<Hotspot, 'rank' | 'method'> {
  step: number
  /** A point where there is no outline to show: drawn as a disc. */
  geometry: AreaOrPoint
}

interface HotspotListeners {
  onHotspotClick?: (rank: number) => void
  onHotspotHover?: (rank: number | undefined) => void
}

/** Adds the layers of hotspots to a map whose style is there, with nothing in them yet. */
export const addHotspots = (map: MapLibreMap, theme: Theme, { onHotspotClick, onHotspotHover }: HotspotListeners) => {
  const nothing: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }
  map.addSource(HOTSPOTS, { type: 'geojson', data: nothing, promoteId: 'rank' })
  map.addSource(RANKS, { type: 'geojson', data: nothing })
  const firstLabels = map.getStyle().layers.find(({ type }) => type === 'symbol')?.id
  for (const layer of hotspotLayers(theme)) {
    const isArea = 'source' in layer && layer.source === HOTSPOTS
    map.addLayer(layer, isArea ? firstLabels : undefined)
  }

  let shown: readonly MapHotspot[] = []
  let marked: { selected: number | undefined; hovered: number | undefined } = {
    selected: undefined,
    hovered: undefined,
  }

  const placeRanks = () => {
    void map.getSource<GeoJSONSource>(RANKS)?.setData(rankFeatures(map, theme, shown, marked))
  }
  map.on('zoomend', placeRanks)
  map.on('resize', placeRanks)

  const setState = (rank: number | undefined, name: 'selected' | 'hovered', value: boolean) => {
    if (rank !== undefined) map.setFeatureState({ source: HOTSPOTS, id: rank }, { [name]: value })
  }
  listen(map, onHotspotClick, onHotspotHover)

  return {
    set: (hotspots: readonly MapHotspot[]) => {
      shown = hotspots
      map.removeFeatureState({ source: HOTSPOTS })
      void map.getSource<GeoJSONSource>(HOTSPOTS)?.setData(areaFeatures(hotspots))
      setState(marked.selected, 'selected', true)
      placeRanks()
    },
    mark: (selected: number | undefined, hovered: number | undefined) => {
      if (selected === marked.selected && hovered === marked.hovered) return
      setState(marked.selected, 'selected', false)
      setState(marked.hovered, 'hovered', false)
      marked = { selected, hovered }
      setState(selected, 'selected', true)
      setState(hovered, 'hovered', true)
      placeRanks()
    },
    setOverSurface: (isOverSurface: boolean) => {
      map.setPaintProperty('hotspots-fill', 'fill-opacity', hotspotOpacity(isOverSurface) as never)
    },
  }
}

const listen = (map: MapLibreMap, onClick?: (rank: number) => void, onHover?: (rank: number | undefined) => void) => {
  const rankAt = (point: { x: number; y: number }): number | undefined => {
    const [feature] = map.queryRenderedFeatures([point.x, point.y], { layers: HOTSPOT_TARGETS })
    return feature ? Number(feature.properties.rank) : undefined
  }
  map.on('click', ({ point }) => {
    const rank = rankAt(point)
    if (rank !== undefined) onClick?.(rank)
  })
  if (!onHover) return
  let hovered: number | undefined
  const hover = (rank: number | undefined) => {
    if (rank === hovered) return
    hovered = rank
    map.getCanvas().classList.toggle('app-map__canvas--pointing', rank !== undefined)
    onHover(rank)
  }
  map.on('mousemove', ({ point }) => hover(rankAt(point)))
  map.on('mouseout', () => hover(undefined))
}

/** The larger areas first, so that a small one inside is seen and can be clicked. */
const areaFeatures = (hotspots: readonly MapHotspot[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: hotspots.map(({ geometry, rank, method, step }) => ({
    type: 'Feature',
    properties: { rank, method, step },
    geometry,
  })),
})

/** A disc with its number for each hotspot, moved aside, on a thin line, where discs would cover each other. */
const rankFeatures = (
  map: MapLibreMap,
  theme: Theme,
  hotspots: readonly MapHotspot[],
  { selected, hovered }: { selected: number | undefined; hovered: number | undefined },
): GeoJSON.FeatureCollection => {
  const anchors = hotspots.map(({ geometry }) => map.project(pointOnSurface(geometry)))
  const places = spreadLabels(anchors, RANK_RADIUS_PIXELS + 1)
  const features = hotspots.flatMap(({ rank, method, step }, i): GeoJSON.Feature[] => {
    const isMarked = rank === selected || rank === hovered
    const image = drawRank(map, theme, { rank, step, isCluster: method === 'cluster', isMarked })
    const from = map.unproject([anchors[i]!.x, anchors[i]!.y]).toArray()
    const to = map.unproject([places[i]!.x, places[i]!.y]).toArray()
    const isMoved = Math.hypot(places[i]!.x - anchors[i]!.x, places[i]!.y - anchors[i]!.y) > RANK_RADIUS_PIXELS * 0.6
    const properties = { rank, image, order: isMarked ? 1 : -rank }
    return [
      { type: 'Feature', properties, geometry: { type: 'Point', coordinates: to } },
      ...(isMoved
        ? [{ type: 'Feature' as const, properties, geometry: { type: 'LineString' as const, coordinates: [from, to] } }]
        : []),
    ]
  })
  return { type: 'FeatureCollection', features }
}

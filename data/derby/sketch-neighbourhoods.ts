import type { Feature, Polygon } from 'geojson'
import { outlineOf } from './sketch-areas.ts'
import type { Ward } from './sketch-areas.ts'

export type AreaProperties = {
  kind: 'partnership' | 'ward' | 'police_neighbourhood'
  code: string
  name: string
  invented: boolean
  source: string
}

/** Which wards stand in for each police neighbourhood. The names are real, the edges are not: no polygons could be had. */
const wardsByNeighbourhood: Record<string, string[]> = {
  'Allestree and Darley': ['Allestree', 'Darley'],
  'Alvaston North': ['Alvaston'],
  'Alvaston South': ['Boulton'],
  'Chaddesden and Spondon': ['Chaddesden', 'Spondon'],
  Chellaston: ['Chellaston'],
  'Derby City': ['Arboretum', 'Abbey'],
  'Derwent and Oakwood': ['Derwent', 'Oakwood'],
  'Littleover and Blagreaves': ['Littleover', 'Blagreaves'],
  'Mackworth and Morley': ['Mackworth'],
  Mickleover: ['Mickleover'],
  Normanton: ['Normanton'],
  'Sinfin and Osmaston': ['Sinfin'],
}

const area = (wards: Ward[], properties: AreaProperties): Feature<Polygon, AreaProperties> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [outlineOf(wards)] },
})

/** The partnership's area, its wards and its police neighbourhoods, WGS84. Neighbours share their vertices exactly. */
export const areasFrom = (wards: Ward[]): Feature<Polygon, AreaProperties>[] => [
  area(wards, { kind: 'partnership', code: 'E06000015', name: 'Derby', invented: false, source: 'wards' }),
  ...wards.map((ward) =>
    area([ward], { kind: 'ward', code: ward.code, name: ward.name, invented: false, source: 'wards' }),
  ),
  ...Object.entries(wardsByNeighbourhood).map(([name, members]) =>
    area(
      wards.filter((ward) => members.includes(ward.name)),
      {
        kind: 'police_neighbourhood',
        code: `demo-${name.toLowerCase().replaceAll(' ', '-')}`,
        name,
        invented: true,
        source: 'invented, wards',
      },
    ),
  ),
]

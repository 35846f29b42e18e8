import { unprocessable } from '../errors.ts'
import { faultOfShape, PLACE_LIMITS } from '../gazetteer/outline.ts'
import { isInGreatBritain } from '../locations/great-britain.ts'
import type { SettingGeometry } from './schema.ts'

/** @throws a 422 problem where a setting cannot be there: outside Great Britain, not closed, too many corners. WGS84. */
export const refuseFault = (geometry: SettingGeometry): void => {
  const fault = geometry.type === 'Point' ? faultOfPoint(geometry.coordinates) : faultOfShape(geometry, PLACE_LIMITS)
  if (fault) throw unprocessable('geometry-refused', 'The geometry cannot be taken', fault)
}

const faultOfPoint = ([longitude, latitude]: [number, number]) =>
  isInGreatBritain({ longitude, latitude })
    ? null
    : 'The point lies outside Great Britain. Check that longitude comes before latitude, in degrees (WGS84).'

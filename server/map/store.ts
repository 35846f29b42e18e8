import { queryOne } from '../db.ts'

export const boundsOfArea = queryOne<object, { west: number; south: number; east: number; north: number }>('map/bounds')

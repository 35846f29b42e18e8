import { Router } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Service } from '../service.ts'
import type { ColleagueList } from './schema.ts'
import { colleagues } from './store.ts'

/** /api/colleagues: names, roles and agencies, so that something can be given to somebody. */
export const colleagueRoutes = (_service: Service, { needs }: Gate) =>
  Router().get('/', needs('colleague', 'read'), async (req, res) => {
    const list: ColleagueList = {
      colleagues: await accessOf(req).look({ type: 'colleagues' }, (db) => colleagues(db, {})),
    }

    res.json(list)
  })

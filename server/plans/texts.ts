import type { NewPlan } from './schema.ts'

type Written = Partial<Pick<NewPlan, 'objective' | 'response' | 'leadAgency' | 'leadRole' | 'safetyGoals' | 'analysis'>>

/** Every free text of a plan that partners read, under its JSON pointer. */
export const textsOf = ({ objective, response, leadAgency, leadRole, safetyGoals = [], analysis = {} }: Written) => ({
  '/objective': objective,
  '/response': response,
  '/leadAgency': leadAgency,
  '/leadRole': leadRole,
  ...Object.fromEntries(
    safetyGoals.flatMap(({ goal, measure }, i) => [
      [`/safetyGoals/${i}/goal`, goal],
      [`/safetyGoals/${i}/measure`, measure],
    ]),
  ),
  ...Object.fromEntries(Object.entries(analysis).map(([name, words]) => [`/analysis/${name}`, words])),
})

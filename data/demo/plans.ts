/** The disruption plans, made in the meeting of a month: one whose effect can be told, and those whose cannot, each for a reason of its own. */
export interface PlanWork {
  month: string
  place: string
  objective: string
  response: string
  goal: { goal: string; measure: string }
  baselineFrom: string
  startsOn: string
  evaluationTo: string
  comparators: string[]
  measure: { code: string; detail: string; outcome?: string }
}

const COMPARED = { baselineFrom: '2022-07-04', startsOn: '2023-01-02', evaluationTo: '2023-05-01' }

export const PLANS: PlanWork[] = [
  {
    ...COMPARED,
    month: '2022-11',
    place: 'University Bus Park',
    objective: 'By May nobody under 18 waits alone at the back shelters in the evening.',
    response: 'Light, a last bus that is met by the university’s wardens, youth work on Fridays until January.',
    goal: {
      goal: 'A child who waits there is seen by an adult who cares.',
      measure: 'Wardens’ log, and what young people say in sessions.',
    },
    comparators: ['Derby railway station'],
    measure: {
      code: 'lighting',
      detail: 'Twelve lamps at the back shelters, and wardens at the last bus.',
      outcome: 'The lamps are lit since 9 January; wardens meet the last bus from Monday to Friday.',
    },
  },
  {
    ...COMPARED,
    month: '2022-11',
    place: 'Stockbrook Park',
    objective: 'By May the bandstand is lit, and somebody is there on Friday evenings.',
    response: 'Light at the bandstand; youth work from spring on; the ward officer looks in on Fridays.',
    goal: {
      goal: 'Young people at the bandstand are seen by an adult who cares.',
      measure: 'Lamps lit, and what young people say in sessions.',
    },
    comparators: ['Caxton Park'],
    measure: { code: 'lighting', detail: 'Three lamps round the bandstand.' },
  },
  {
    ...COMPARED,
    month: '2022-12',
    place: 'Derby Bus Station',
    objective: 'By May the stands are staffed until the last bus on Fridays and Saturdays.',
    response: 'The operator extends the staff’s hours; the police visit; cameras cover the far stands.',
    goal: { goal: 'An adult with a caring intention is there until the last bus.', measure: 'The operator’s rota.' },
    comparators: ['Caxton Park'],
    measure: { code: 'transport_staff', detail: 'Two cameras at the far stands, and staff until the last bus.' },
  },
  {
    ...COMPARED,
    month: '2022-12',
    place: 'River Gardens',
    objective: 'By May the landing stage is lit and visited on Sundays.',
    response: 'Light at the landing stage; visits on Sunday afternoons; the café stays open until six.',
    goal: { goal: 'Young people by the water can be seen.', measure: 'Lamps lit; hours of the café.' },
    comparators: ['Caxton Park'],
    measure: { code: 'lighting', detail: 'Four lamps along the landing stage.' },
  },
  {
    month: '2023-04',
    place: 'Peartree railway station',
    objective: 'By December the platform and the footbridge are staffed or watched until the last train.',
    response: 'The railway’s staff until the last train; youth work; visits on Friday and Saturday.',
    goal: {
      goal: 'Nobody under 18 is alone on the footbridge after eight.',
      measure: 'Staff’s log, and what young people say.',
    },
    baselineFrom: '2022-12-05',
    startsOn: '2023-06-05',
    evaluationTo: '2023-12-04',
    comparators: ['Derby railway station', 'Markeaton Park'],
    measure: { code: 'transport_staff', detail: 'Staff on the platform until the last train, from June on.' },
  },
]

/**
 * What the demo’s group does in its year: which places it decides on in which meeting, and what comes of it. Everything here is invented.
 * Places go by the names of the gazetteer. The meeting of a month is held in the month after it.
 */

/** A window of the local week: 0 is Monday 00:00. */
interface Hours {
  fromHour: number
  hours: number
}

const FRIDAY_EVENING: Hours = { fromHour: 4 * 24 + 19, hours: 4 }
const SATURDAY_EVENING: Hours = { fromHour: 5 * 24 + 19, hours: 4 }
const SUNDAY_AFTERNOON: Hours = { fromHour: 6 * 24 + 14, hours: 4 }

/** What a place is asked for in a meeting; `notes` and `decision` are minuted. */
export interface PlaceWork {
  place: string
  notes?: string
  decision: string
  step?: { step: string; why?: string }
  patrol?: { objective: string; why: string; windows: Hours[]; visits: number; reject?: string }
  referral?: {
    serviceType: string
    rationale: string
    aims: string
    windows: Hours[]
    sessions: number
    decline?: string
  }
  action?: {
    title: string
    owner: string
    days: number
    outcome?: 'complete' | 'verified' | 'escalated' | 'late'
    evidence?: string
  }
}

/** The meetings that were held, by the month that they looked back on. */
export const MEETINGS: Record<string, PlaceWork[]> = {
  '2022-07': [
    {
      place: 'Derbion',
      notes: 'Security knows groups at closing time; the food court is where they wait.',
      decision: 'Confirmed. Security is asked to call the missing team, not to move children on.',
      step: { step: 'confirm', why: 'Known to three agencies, and reported in each month.' },
      action: {
        title: 'Agree with the centre’s security whom they call when a child seems to be missing.',
        owner: 'analyst',
        days: 42,
        outcome: 'verified',
        evidence: 'Signed by the centre’s manager; the number hangs in the control room.',
      },
    },
    {
      place: 'Derby Bus Station',
      decision: 'Confirmed. Visits on Friday and Saturday evenings are asked for.',
      step: { step: 'confirm', why: 'Found there in every month of the year.' },
      patrol: {
        objective: 'Be seen at the stands, talk with young people, check for children who are missing.',
        why: 'Children are found there late in the evening, when staff have gone.',
        windows: [FRIDAY_EVENING, SATURDAY_EVENING],
        visits: 6,
      },
    },
  ],
  '2022-08': [
    {
      place: 'University Bus Park',
      notes: 'Students’ buses stop at 23:00; the shelters at the back have no light.',
      decision: 'Confirmed. An assessment of the place is to be made, and youth work asked for.',
      step: { step: 'confirm', why: 'New this summer, and different children each month.' },
      referral: {
        serviceType: 'detached',
        rationale: 'Many different children are reported there on weekday evenings; most wait for somebody.',
        aims: 'Learn what they wait for, offer a way home, tell them of the drop-in.',
        windows: [FRIDAY_EVENING],
        sessions: 5,
      },
      action: {
        title: 'Ask the bus park’s operator to mend the lights at the back shelters.',
        owner: 'analyst',
        days: 30,
        outcome: 'complete',
        evidence: 'Eleven of twelve lamps are lit, seen by the ward officer.',
      },
    },
  ],
  '2022-09': [
    {
      place: 'River Gardens',
      decision: 'Confirmed. Visits on Sunday afternoons are asked for.',
      step: { step: 'confirm', why: 'Reported by the youth team and by the police.' },
      patrol: {
        objective: 'Walk the gardens, talk with young people, look at the landing stage.',
        why: 'Young people gather at the landing stage; the water is near.',
        windows: [SUNDAY_AFTERNOON],
        visits: 4,
      },
    },
    {
      place: 'Markeaton Park',
      decision: 'Confirmed, to be watched: most reports are of the summer.',
      step: { step: 'confirm', why: 'Found there by park rangers in three months.' },
    },
  ],
  '2022-10': [
    {
      place: 'Stockbrook Park',
      notes: 'Residents have asked for light at the bandstand for a year.',
      decision: 'Confirmed. Youth work is asked for; the police are asked for visits.',
      step: { step: 'confirm', why: 'Reported in each of the last six months.' },
      patrol: {
        objective: 'Be seen at the bandstand early in the evening.',
        why: 'Children are said to be met there by adults with cars.',
        windows: [FRIDAY_EVENING],
        visits: 0,
        reject: 'The team cannot staff it before the new year; it is covered by the evening shift’s route.',
      },
      referral: {
        serviceType: 'outreach_bus',
        rationale: 'There is nowhere to go near by after 17:00.',
        aims: 'Bring the bus once a week until Easter.',
        windows: [SATURDAY_EVENING],
        sessions: 4,
        decline: 'The bus is booked until March. We offer detached work from then on.',
      },
    },
  ],
  '2022-11': [
    {
      place: 'University Bus Park',
      decision: 'A disruption plan is agreed, to start on 2 January.',
      step: { step: 'assess' },
    },
    {
      place: 'Stockbrook Park',
      decision: 'A disruption plan is agreed, to start on 2 January.',
    },
    {
      place: 'Derby railway station',
      decision: 'Confirmed, to be watched: few reports, and the railway’s own staff are there.',
      step: { step: 'confirm', why: 'The railway police report it too.' },
    },
  ],
  '2022-12': [
    {
      place: 'Derby Bus Station',
      decision: 'A plan for the bus station, and one for the gardens beside it.',
    },
    {
      place: 'River Gardens',
      decision: 'As for the bus station: the two are about 100 metres apart and will be hard to tell apart.',
    },
  ],
  '2023-01': [
    {
      place: 'Caxton Park',
      notes: 'Nobody has seen anything in the cold months.',
      decision: 'Confirmed. The ward officer looks at the park again in spring.',
      step: { step: 'confirm', why: 'Two agencies name the same corner of it.' },
      action: {
        title: 'Look at Caxton Park again in April and tell the group what has changed.',
        owner: 'member',
        days: 90,
        outcome: 'late',
      },
    },
  ],
  '2023-02': [
    {
      place: 'Derbion',
      decision: 'Visits at closing time are asked for again.',
      patrol: {
        objective: 'Walk the ground floor at closing time with the centre’s security.',
        why: 'Children are still met there at closing time, and no task is running.',
        windows: [SATURDAY_EVENING, FRIDAY_EVENING],
        visits: 5,
      },
      action: {
        title: 'Bring the times of the last buses to the next meeting.',
        owner: 'youth',
        days: 28,
        outcome: 'complete',
        evidence: 'Shown at the meeting; two lines stop before the centre closes.',
      },
    },
  ],
  '2023-03': [
    {
      place: 'Stockbrook Park',
      decision: 'Detached work is asked for, now that the days are longer.',
      referral: {
        serviceType: 'detached',
        rationale: 'Children are reported there each month, most of them on Fridays.',
        aims: 'Get to know who comes, and what would bring them somewhere safer.',
        windows: [FRIDAY_EVENING],
        sessions: 4,
      },
      action: {
        title: 'Ask the parks team for light at the bandstand, with a day.',
        owner: 'analyst',
        days: 35,
        outcome: 'escalated',
      },
    },
  ],
  '2023-04': [
    {
      place: 'Peartree railway station',
      notes: 'There are no staff after 20:00; the footbridge is out of sight.',
      decision: 'Confirmed: new, and more children each month. A plan is agreed with the railway, to start in June.',
      step: { step: 'confirm', why: 'Hot in its first months, with different children each.' },
      patrol: {
        objective: 'Meet the last trains on Friday and Saturday, with the railway police.',
        why: 'It is new, and it grows.',
        windows: [FRIDAY_EVENING, SATURDAY_EVENING],
        visits: 5,
      },
    },
  ],
  '2023-05': [
    {
      place: 'Derby Bus Station',
      decision: 'Visits are asked for again over the summer.',
      patrol: {
        objective: 'Be seen at the stands on Friday and Saturday evenings.',
        why: 'The holidays begin; the last task has expired.',
        windows: [FRIDAY_EVENING, SATURDAY_EVENING],
        visits: 4,
      },
      action: {
        title: 'Ask the bus companies for one late bus on Saturdays in August.',
        owner: 'analyst',
        days: 14,
        outcome: 'late',
      },
    },
    {
      place: 'Peartree railway station',
      decision: 'Youth work is asked for beside the plan.',
      referral: {
        serviceType: 'detached',
        rationale: 'More and different children each month, on the footbridge and the platform.',
        aims: 'Know them before the holidays.',
        windows: [FRIDAY_EVENING, SATURDAY_EVENING],
        sessions: 6,
      },
    },
  ],
}

/** Who is there, by role and agency; the last one sends apologies every third month. */
export const ATTENDANCE: { partner: 'chair' | 'council' | 'police' | null; role: string; agency: string }[] = [
  { partner: 'chair', role: 'Head of Early Help', agency: 'Derby City Council' },
  { partner: 'council', role: 'Team manager, children in care', agency: 'Derby City Council' },
  { partner: 'police', role: 'Sergeant, missing team', agency: 'Derbyshire Constabulary' },
  { partner: null, role: 'Sergeant, neighbourhood team', agency: 'Derbyshire Constabulary' },
  { partner: null, role: 'Detached youth work lead', agency: 'Youth Alliance' },
  { partner: null, role: 'Analyst', agency: 'Community Safety Partnership' },
]

/** So many return interviews about spring reach the service only after the pack of May is frozen. */
export const LATE_REPORTS = 24

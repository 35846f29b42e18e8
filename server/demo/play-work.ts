import { randomUUID } from 'node:crypto'
import type { PlaceWork } from '../../data/demo/work.ts'
import type { Actor, Stage } from './stage.ts'
import { daysAfter, nextAt, type Timeline } from './timeline.ts'

/** Where something is begun: in a meeting, on its day. */
export interface Playing {
  stage: Stage
  timeline: Timeline
  meetingId: string
  /** YYYY-MM-DD */
  day: string
}

export interface Versioned {
  id: string
  version: number
}

/** Takes steps with things of a kind, each of the version that it is given. */
export const stepOf = (actor: Actor, things: string) => {
  return (thing: Versioned, step: string, more: object = {}): Promise<Versioned> =>
    actor.ask('POST', `/api/${things}/${thing.id}/steps`, { step, version: thing.version, ...more })
}

/** A request for visits: taken up or rejected by the planner, visited by the officer, debriefed. */
export const playPatrol = async (
  { stage, timeline, meetingId, day }: Playing,
  hotspotId: string,
  { objective, why, windows, visits, reject }: NonNullable<PlaceWork['patrol']>,
) => {
  const { id } = await (await stage.as('chair')).ask('POST', '/api/patrols', { hotspotId, meetingId, objective, why })
  timeline.on(daysAfter(day, 2), '08:30', async () => {
    const planner = await stage.as('planner')
    const step = stepOf(planner, 'patrols')
    const { patrols } = await planner.ask('GET', '/api/patrols?limit=500')
    const asked = patrols.find((one: Versioned) => one.id === id)
    // Of another neighbourhood: its planner is not in the demo.
    if (!asked) return
    if (reject) return void (await step(asked, 'reject', { why: reject }))
    const { version } = await step(asked, 'triage')
    const planned = await planner.ask('PATCH', `/api/patrols/${id}`, {
      version,
      windows,
      dwellMinutes: 15,
      visitsADay: 1,
      activities: ['visible_foot_patrol', 'engagement', 'safeguarding_check'],
      riskNotes: null,
      briefing: null,
    })
    await step(planned, 'task')
    for (let visit = 0; visit < visits; visit++) {
      const { fromHour } = windows[visit % windows.length]!
      const at = nextAt(daysAfter(day, 3 + 7 * Math.floor(visit / windows.length)), fromHour)
      timeline.on(at.day, at.time, () => visitOnce(stage, timeline, id, at, visit))
    }
    timeline.on(daysAfter(day, 33), '09:00', async () => {
      const now = await planner.ask('GET', `/api/patrols/${id}`)
      const learned = `${visits} visits made; young people know the officers by now, and the wait between buses is the long part.`
      await step(now, 'debrief', { why: learned })
    })
  })
}

const visitOnce = async (
  stage: Stage,
  timeline: Timeline,
  patrolId: string,
  { day, time }: { day: string; time: string },
  visit: number,
) => {
  const officer = await stage.as('officer')
  const id = randomUUID()
  await officer.ask('POST', '/api/visits', { id, patrolId, how: 'foot', agoSeconds: 0 })
  timeline.on(day, `${time.slice(0, 3)}19`, async () => {
    const { version } = await officer.ask('POST', `/api/visits/${id}/end`, { agoSeconds: 0 })
    await officer.ask('PATCH', `/api/visits/${id}`, {
      version,
      how: 'foot',
      engagements: 2 + (visit % 4),
      safeguardingActions: visit % 3 === 0 ? 1 : 0,
      stopAndSearch: 0,
      otherEnforcement: 0,
      isIntelligenceSubmitted: visit % 2 === 1,
    })
  })
}

/** A referral of the place: accepted and delivered by the provider, or declined with a reason. */
export const playReferral = async (
  { stage, timeline, meetingId, day }: Playing,
  hotspotId: string,
  { serviceType, rationale, aims, windows, sessions, decline }: NonNullable<PlaceWork['referral']>,
) => {
  const referral = await (
    await stage.as('chair')
  ).ask('POST', '/api/referrals', {
    hotspotId,
    meetingId,
    serviceType,
    rationale,
    aims,
    windows,
    ageBand: '13_to_15',
    sessionsRequested: sessions,
    startBy: daysAfter(day, 21),
    safetyNotes: 'Work in pairs. There is no light after dusk at the far end.',
    otherAgencies: null,
    priority: 'routine',
    providerAgency: 'Youth Alliance',
    submit: true,
  })
  const days = Array.from({ length: sessions }, (_, i) => {
    const { fromHour, hours } = windows[i % windows.length]!
    const from = `${String(fromHour % 24).padStart(2, '0')}:00`
    return {
      day: nextAt(daysAfter(day, 10 + 7 * i), fromHour).day,
      from,
      to: `${String((fromHour % 24) + Math.min(hours, 3)).padStart(2, '0')}:00`,
    }
  })
  timeline.on(daysAfter(day, 3), '11:00', async () => {
    const youth = await stage.as('youth')
    const step = stepOf(youth, 'referrals')
    if (decline) return void (await step(referral, 'decline', { why: decline }))
    const accepted = await step(referral, 'accept')
    await youth.ask('PUT', `/api/outreach/${referral.id}/planned`, { version: accepted.version, planned: days })
    const planned = await youth.ask('GET', `/api/referrals/${referral.id}`)
    await step(planned, 'schedule')
    timeline.on(days[0]!.day, '12:00', async () => {
      await step(await youth.ask('GET', `/api/referrals/${referral.id}`), 'start')
    })
    for (const [i, when] of days.entries())
      timeline.on(when.day, '23:30', () => recordSession(youth, referral.id, when, i))
    timeline.on(daysAfter(days.at(-1)!.day, 4), '10:00', async () => {
      const now = await youth.ask('GET', `/api/referrals/${referral.id}`)
      const completed = await step(now, 'complete', {
        why: 'All sessions were held; a core of young people comes to the drop-in now.',
      })
      const coordinator = await stage.as('coordinator')
      await stepOf(coordinator, 'referrals')(completed, 'review', {
        why: 'The way home is the theme; it goes to the bus companies.',
      })
    })
  })
}

const recordSession = async (
  youth: Actor,
  referralId: string,
  when: { day: string; from: string; to: string },
  i: number,
) => {
  const { planned } = await youth.ask('GET', `/api/outreach/${referralId}`)
  const plannedId = planned.find(({ day }: { day: string }) => day === when.day)?.id
  await youth.ask('POST', `/api/outreach/${referralId}/sessions`, {
    id: randomUUID(),
    ...(plannedId && { plannedId }),
    ...when,
    staff: 2,
    level1: 6 + (i % 3),
    level2: 3 + (i % 2),
    level3: i % 2,
    themes: ['transport_home', 'nowhere_to_go', ...(i % 2 === 0 ? ['feeling_unsafe'] : ['activities_wanted'])],
    onwardReferrals: i === 2 ? 1 : 0,
    observations: 'Quieter after nine; two lamps are out at the far end.',
  })
}

/** An action: done by its owner, verified by the group, late, or escalated. */
export const playAction = async (
  { stage, timeline, meetingId, day }: Playing,
  hotspotId: string,
  { title, owner, days, outcome, evidence }: NonNullable<PlaceWork['action']>,
) => {
  const coordinator = await stage.as('coordinator')
  const doer = await stage.as(owner)
  const { person } = await doer.ask('GET', '/api/session')
  const dueOn = daysAfter(day, days)
  const action = await coordinator.ask('POST', '/api/actions', {
    title,
    ownerId: person.id,
    dueOn,
    hotspotId,
    meetingId,
  })
  const step = stepOf(doer, 'actions')
  if (outcome === 'late') return
  timeline.on(daysAfter(day, 7), '10:00', async () => {
    const started = await step(action, 'start')
    if (outcome === 'escalated')
      timeline.on(daysAfter(dueOn, 1), '10:00', async () => {
        await step(started, 'escalate', { why: 'No answer in five weeks.', escalatedTo: 'the strategic group' })
      })
    if (evidence)
      timeline.on(daysAfter(dueOn, -3), '15:00', async () => {
        const done = await step(started, 'complete', { evidence })
        if (outcome === 'verified') await stepOf(coordinator, 'actions')(done, 'verify')
      })
  })
}

/** An assessment of the place in its three sides, agreed by the chair. */
export const playAssessment = async ({ stage, timeline, day }: Playing, reviewId: string) => {
  timeline.on(daysAfter(day, 8), '13:00', async () => {
    const member = await stage.as('member')
    const { assessment } = await member.ask('PUT', `/api/assessments/${reviewId}`, {
      version: 0,
      trigger: 'The meeting asked for it: reported every month since the summer.',
      harmTypes: ['cse', 'cce'],
      youngPeople: {
        strengths: 'They look after each other, and say when somebody new appears.',
        needs: 'A way home after eleven, and somewhere warm to wait.',
        rating: 3,
      },
      guardianship: {
        strengths: 'The wardens are known by name of their role, and liked.',
        needs: 'Nobody is there after the last bus.',
        rating: 4,
      },
      environment: {
        strengths: 'A main road with people on it is two minutes away.',
        needs: 'The shelters at the back are dark and out of sight.',
        rating: 3,
      },
      contextWeight: 'high',
      contextWords: 'For several young people the place weighs more than home or school.',
      youngPeoplesVoice: 'They say that it is the only place where nobody asks them to buy something.',
      communityViews: 'Residents ask for light; students say that they do not notice anybody.',
      observationDates: [daysAfter(day, 3), daysAfter(day, 6)],
      assessors: ['Derby City Council', 'Youth Alliance', 'Derbyshire Constabulary'],
      safetyGoals: [
        { goal: 'Whoever waits can be seen from the road.', measure: 'Lamps lit, counted once a month.' },
        { goal: 'An adult with a caring intention is there until the last bus.', measure: 'The wardens’ rota.' },
      ],
      reviewOn: daysAfter(day, 180),
    })
    await (
      await stage.as('chair')
    ).ask('POST', `/api/assessments/${reviewId}/agree`, {
      version: assessment.version,
      agreedOn: daysAfter(day, 8),
    })
  })
}

import { DEMO_CLOCK } from '../../data/demo/stories.ts'
import { PLANS } from '../../data/demo/plans.ts'
import { SAFE_PLACES } from '../../data/demo/safe-places.ts'
import { ATTENDANCE, MEETINGS } from '../../data/demo/work.ts'
import { playPlan } from './play-plan.ts'
import { playAction, playAssessment, playPatrol, playReferral, type Playing } from './play-work.ts'
import type { Db } from '../db.ts'
import type { Secrets } from '../secrets.ts'
import { openStage, type Stage } from './stage.ts'
import { daysAfter, meetingDay, monthAfter, openTimeline, type Timeline } from './timeline.ts'

const QUARTERS = ['2022-09', '2022-12', '2023-03', '2023-06']
/** The last month of the demo: its meeting is still to come. */
const LAST_MONTH = '2023-06'

/** What is told of somewhere else to the year: reports that come late. */
export interface Interludes {
  /** After the pack of May was frozen. */
  loadLateReports: () => Promise<void>
}

/**
 * Puts the year of the demo’s group on a timeline: each month is stored, its meeting called, its pack frozen, the meeting held, its minutes
 * agreed; and what it asks for is done in between. All of it through the service’s own routes, as the people of the demo.
 */
export const planYear = (stage: Stage, { loadLateReports }: Interludes): Timeline => {
  const timeline = openTimeline(stage)
  const months = [...Object.keys(MEETINGS), LAST_MONTH]
  timeline.on('2022-08-01', '09:00', () => addSafePlaces(stage))
  for (const month of months) {
    const next = monthAfter(month)
    timeline.on(`${next}-05`, '09:00', () => storeRuns(stage, month))
    timeline.on(`${next}-06`, '09:30', () => callMeeting(stage, month))
    if (month === LAST_MONTH) continue
    const day = meetingDay(month)
    timeline.on(daysAfter(day, -4), '09:00', () => freeze(stage, month))
    timeline.on(day, '14:00', () => hold(stage, timeline, month))
    timeline.on(daysAfter(day, 7), '10:00', () => agree(stage, month))
  }
  timeline.on('2023-06-20', '11:00', loadLateReports)
  return timeline
}

/** Plays the whole year up to the demo’s today. @param db as its owner, over a pool */
export const playYear = async (db: Db, secrets: Secrets, loadLateReports: () => Promise<void>) => {
  const stage = await openStage(db, secrets)
  try {
    await planYear(stage, { loadLateReports }).play(DEMO_CLOCK)
  } finally {
    stage.close()
  }
}

const storeRuns = async (stage: Stage, month: string) => {
  const coordinator = await stage.as('coordinator')
  await coordinator.ask('POST', '/api/runs', { kind: 'month', month })
  if (QUARTERS.includes(month)) await coordinator.ask('POST', '/api/runs', { kind: 'quarter', month })
}

const addSafePlaces = async (stage: Stage) => {
  const coordinator = await stage.as('coordinator')
  for (const { at, days, from, to, ...place } of SAFE_PLACES)
    await coordinator.ask('POST', '/api/safe-places', {
      ...place,
      geometry: { type: 'Point', coordinates: at },
      openHours: days.map((day) => ({ day, from, to })),
    })
}

const callMeeting = async (stage: Stage, month: string) => {
  const coordinator = await stage.as('coordinator')
  await coordinator.ask('POST', '/api/meetings', {
    month,
    heldOn: meetingDay(month),
    startsAt: '14:00',
    venue: 'Council House, room 2',
  })
}

/** The meeting of a month, as it is now. */
const meetingOf = async (stage: Stage, month: string) => {
  const coordinator = await stage.as('coordinator')
  const { meetings } = await coordinator.ask('GET', '/api/meetings')
  const { id } = meetings.find((one: { month: string }) => one.month === month)
  return coordinator.ask('GET', `/api/meetings/${id}`)
}

const freeze = async (stage: Stage, month: string) => {
  const { id, version } = await meetingOf(stage, month)
  await (await stage.as('chair')).ask('POST', `/api/meetings/${id}/freeze`, { version })
}

const hold = async (stage: Stage, timeline: Timeline, month: string) => {
  const coordinator = await stage.as('coordinator')
  let meeting = await meetingOf(stage, month)
  const path = `/api/meetings/${meeting.id}`
  const step = async (name: string) => {
    meeting = await coordinator.ask('POST', `${path}/steps`, { step: name, version: meeting.version })
  }
  const isThirdMonth = Number(month.slice(5)) % 3 === 0
  for (const [i, one] of ATTENDANCE.entries()) {
    const status = isThirdMonth && i === ATTENDANCE.length - 1 ? 'apologies' : 'present'
    await coordinator.ask('POST', `${path}/attendance`, { ...one, status })
  }
  await step('open')

  const play: Playing = { stage, timeline, meetingId: meeting.id, day: meetingDay(month) }
  for (const work of MEETINGS[month]!) await decide(play, meeting, work)
  for (const plan of PLANS) if (plan.month === month) await playPlan(play, plan)

  await step('open_children')
  await step('end')
}

const decide = async (
  play: Playing,
  meeting: { id: string; items: Item[] },
  work: (typeof MEETINGS)[string][number],
) => {
  const { stage, meetingId } = play
  const coordinator = await stage.as('coordinator')
  const chair = await stage.as('chair')
  const item = meeting.items.find(({ title }) => title === work.place)
  // A place that the month does not show is not on the agenda; nothing is then decided of it.
  if (!item) return
  const { id, version, hotspotId } = item
  if (work.notes)
    await coordinator.ask('PATCH', `/api/meetings/${meetingId}/items/${id}`, { version, notes: work.notes })
  await coordinator.ask('POST', `/api/meetings/${meetingId}/decisions`, { itemId: id, words: work.decision })
  if (work.step) {
    const review = await chair.ask('GET', `/api/reviews/${hotspotId}`)
    const body = { ...work.step, version: review.version, meetingId }
    if (review.steps.some(({ step }: { step: string }) => step === work.step!.step))
      await chair.ask('POST', `/api/reviews/${hotspotId}/steps`, body)
    if (work.step.step === 'assess') await playAssessment(play, hotspotId)
  }
  if (work.patrol) await playPatrol(play, hotspotId, work.patrol)
  if (work.referral) await playReferral(play, hotspotId, work.referral)
  if (work.action) await playAction(play, hotspotId, work.action)
}

interface Item {
  id: string
  title: string
  version: number
  hotspotId: string
}

const agree = async (stage: Stage, month: string) => {
  const { id, version } = await meetingOf(stage, month)
  const agreed = await (await stage.as('chair')).ask('POST', `/api/meetings/${id}/steps`, { step: 'agree', version })
  const coordinator = await stage.as('coordinator')
  await coordinator.ask('POST', `/api/meetings/${id}/steps`, { step: 'close', version: agreed.version })
}

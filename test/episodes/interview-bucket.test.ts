import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMoment, type Moment } from '../../server/csv/wall-time.ts'
import { INTERVIEW_OUTCOMES, interviewBucket, type ReturnInterview } from '../../server/episodes/interview-bucket.ts'

const at = (text: string) => {
  const moment = readMoment(text)
  if (typeof moment === 'string') throw new Error(text)
  return moment
}
const interview = (given: Partial<ReturnInterview>): ReturnInterview => ({
  offered: null,
  held: null,
  outcome: null,
  recorded: null,
  interviewerRole: null,
  trainedOn: null,
  ...given,
})
const held = (when: string) => interview({ outcome: 'held', held: at(when), recorded: at('2023-04-30') })

test('72 hours are elapsed hours: a return at noon before the clocks go forward is due at one by the clock', () => {
  const returned = at('2023-03-24T12:00Z')
  expect(interviewBucket(returned, held('2023-03-27T12:00Z')).bucket).toBe('in_timescales')
  expect(interviewBucket(returned, held('2023-03-27T13:00')).bucket).toBe('in_timescales')
  expect(interviewBucket(returned, held('2023-03-27T12:01Z')).bucket).toBe('out_of_timescales')
})

test('and at eleven by the clock after they went back', () => {
  const returned = at('2023-10-27T12:00')
  expect(interviewBucket(returned, held('2023-10-30T11:00')).bucket).toBe('in_timescales')
  expect(interviewBucket(returned, held('2023-10-30T11:01')).bucket).toBe('out_of_timescales')
})

test('where a date is all that is known, within means by the end of the third day after the return, flagged', () => {
  const inTime = { bucket: 'in_timescales', judgedByDate: true }
  const late = { bucket: 'out_of_timescales', judgedByDate: true }
  expect(interviewBucket(at('2023-03-24'), held('2023-03-27'))).toEqual(inTime)
  expect(interviewBucket(at('2023-03-24'), held('2023-03-27T23:59'))).toEqual(inTime)
  expect(interviewBucket(at('2023-03-24T00:05'), held('2023-03-27'))).toEqual(inTime)
  expect(interviewBucket(at('2023-03-24'), held('2023-03-28T00:00'))).toEqual(late)
  expect(interviewBucket(at('2023-03-24'), held('2023-03-28'))).toEqual(late)
})

test('nothing recorded at all is not recorded, anything at all is at least incomplete', () => {
  const returned = at('2023-03-24T12:00Z')
  expect(interviewBucket(returned, interview({}))).toEqual({ bucket: 'not_recorded', judgedByDate: false })
  expect(interviewBucket(returned, interview({ interviewerRole: 'other' })).bucket).toBe('incomplete')
  expect(interviewBucket(returned, interview({ offered: at('2023-03-24') })).bucket).toBe('incomplete')
})

test('a declined interview is measured to its offer', () => {
  const returned = at('2023-03-24T12:00Z')
  const declined = interview({ outcome: 'declined', offered: at('2023-03-25T09:00'), recorded: at('2023-05-01') })
  expect(interviewBucket(returned, declined).bucket).toBe('in_timescales')
  expect(interviewBucket(returned, { ...declined, offered: at('2023-03-28T09:00') }).bucket).toBe('out_of_timescales')
  expect(interviewBucket(returned, { ...declined, offered: null, held: at('2023-03-25') }).bucket).toBe('incomplete')
})

test('held but not recorded, or out of contact, is incomplete; void is voided', () => {
  const returned = at('2023-03-24T12:00Z')
  expect(interviewBucket(returned, { ...held('2023-03-25'), recorded: null }).bucket).toBe('incomplete')
  expect(interviewBucket(returned, { ...held('2023-03-25'), outcome: 'unable_to_contact' }).bucket).toBe('incomplete')
  expect(interviewBucket(returned, { ...held('2023-03-25'), outcome: 'void' }).bucket).toBe('voided')
})

const anyMoment = fc.option(
  fc.record({
    at: fc.integer({ min: 1.6e12, max: 1.7e12 }),
    precision: fc.constantFrom('minute' as const, 'date' as const),
  }),
  { nil: null },
)
const anyInterview = fc.record<ReturnInterview>({
  offered: anyMoment,
  held: anyMoment,
  recorded: anyMoment,
  outcome: fc.option(fc.constantFrom(...INTERVIEW_OUTCOMES), { nil: null }),
  interviewerRole: fc.constant(null),
  trainedOn: fc.constant(null),
})

test('every ended episode has one bucket, an open one none, and an earlier interview is never the later bucket', () => {
  fc.assert(
    fc.property(anyMoment, anyInterview, fc.integer({ min: 0, max: 4e8 }), (returned, given, earlierMs) => {
      const { bucket } = interviewBucket(returned, given)
      expect(bucket === null).toBe(returned === null)
      const earlier = (moment: Moment | null) => moment && { ...moment, at: moment.at - earlierMs }
      const sooner = interviewBucket(returned, {
        ...given,
        held: earlier(given.held),
        offered: earlier(given.offered),
      }).bucket
      if (bucket === 'in_timescales') expect(sooner).toBe('in_timescales')
    }),
  )
})

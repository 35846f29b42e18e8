import type { UnplacedList } from '../../server/locations/schema.ts'

/** A report of the queue, with what its words may mean. */
export type Waiting = UnplacedList['reports'][number]

import { useEffect, useRef, useState } from 'preact/hooks'
import type { MeetingDetail } from '../../server/meetings/schema.ts'
import type { Pack } from '../../server/packs/schema.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { Direction } from '../packs/direction.tsx'
import { FrozenLine } from '../packs/frozen-line.tsx'
import { Headline } from '../packs/headline.tsx'
import { monthWords } from '../shared/bands.ts'
import { address, goTo } from '../state/router.ts'
import { byAgenda } from './by-agenda.ts'
import { RoomBanner } from './room-banner.tsx'
import { useRoomKeys } from './room-keys.ts'
import { RoomMap } from './room-map.tsx'
import { RoomPlace } from './room-place.tsx'
import { RoomStrip } from './room-strip.tsx'
import { RoomWork } from './room-work.tsx'

/** The room: the frozen pack on the wall, one place after the other, and what is decided minuted where it is. Part A only. */
export default ({ id }: { id: string }) => {
  const pack = useLoaded<Pack>(`/api/packs/${encodeURIComponent(id)}`)
  const meeting = useLoaded<MeetingDetail>(`/api/meetings/${encodeURIComponent(id)}`)
  const problem = pack.problem ?? meeting.problem
  const isLoaded = pack.data !== undefined && meeting.data !== undefined
  // What is on the wall stays there while the connection is gone.
  if (problem && !isLoaded)
    return (
      <div class="app-page">
        <h1 class="govuk-heading-l">The room</h1>
        {problem.status === 404 ? (
          <p class="govuk-body">
            The pack of this meeting has not been frozen yet.{' '}
            <a class="govuk-link" href={`/meetings/${id}`}>
              Go to the meeting
            </a>
            .
          </p>
        ) : (
          <ProblemSummary
            problem={problem}
            onRetry={() => {
              pack.reload()
              meeting.reload()
            }}
          />
        )}
      </div>
    )
  if (!pack.data || !meeting.data) return <p class="govuk-body app-page">Loading…</p>
  return <Room pack={pack.data} meeting={meeting.data} onChanged={meeting.replace} onMoved={meeting.reload} />
}

interface RoomProps {
  pack: Pack
  meeting: MeetingDetail
  onChanged: (meeting: MeetingDetail) => void
  /** Another place is spoken of: what others minuted meanwhile is fetched. */
  onMoved: () => void
}

const Room = ({ pack, meeting, onChanged, onMoved }: RoomProps) => {
  const places = byAgenda(pack.places, meeting.items)
  // 0: the headline; then a place each.
  const at = 1 + places.findIndex(({ hotspotId }) => hotspotId === address.value.searchParams.get('place'))
  const place = places[at - 1]
  const [isHelp, setIsHelp] = useState(false)
  const [isFormOpen, setIsFormOpen] = useState(false)
  const [isHeld, setIsHeld] = useState(false)
  const stage = useRef<HTMLElement>(null)

  const show = (next: number) => {
    const to = Math.min(places.length, Math.max(0, next))
    if (to === at) return
    // A form that somebody writes in is not taken from under their hands.
    setIsHeld(isFormOpen)
    if (isFormOpen) return
    const shown = places[to - 1]
    goTo(`/meetings/${meeting.id}/room${shown ? `?place=${shown.hotspotId}` : ''}`, { replace: true })
  }
  useRoomKeys({
    next: () => show(at + 1),
    previous: () => show(at - 1),
    first: () => show(0),
    last: () => show(places.length),
    help: () => setIsHelp(!isHelp),
  })
  useEffect(() => {
    if (!isFormOpen) setIsHeld(false)
  }, [isFormOpen])
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current) {
      stage.current?.focus()
      stage.current?.scrollTo(0, 0)
      onMoved()
    }
    isFirst.current = false
  }, [at])

  return (
    <div class="app-room">
      <RoomBanner
        meeting={meeting}
        at={at}
        count={places.length}
        isHelp={isHelp}
        isHeld={isHeld}
        onShow={show}
        onHelp={() => setIsHelp(!isHelp)}
      />
      <RoomStrip places={places} at={at} onShow={show} />
      <section class="app-room__stage" ref={stage} tabIndex={0} aria-label="What is spoken of">
        {place ? (
          <RoomPlace key={place.hotspotId} pack={pack} place={place} meeting={meeting} onChanged={onChanged} />
        ) : (
          <>
            <h1 class="app-room__title">{monthWords(pack.pack.month)}: headline</h1>
            <Headline pack={pack.pack} />
            <h2 class="app-room__subtitle">Direction of travel</h2>
            <Direction pack={pack.pack} />
            <FrozenLine {...pack} />
          </>
        )}
      </section>
      <div class={`app-room__side${isFormOpen ? ' app-room__side--working' : ''}`}>
        <div class="app-room__map">
          <RoomMap
            places={places}
            rank={place?.counted?.shown?.rank}
            onSelect={(rank) => show(1 + places.findIndex(({ counted }) => counted?.shown?.rank === rank))}
          />
        </div>
        {place && meeting.canWrite && (
          <RoomWork
            key={place.hotspotId}
            place={place}
            meeting={meeting}
            onChanged={onChanged}
            onDone={onMoved}
            onToggle={setIsFormOpen}
          />
        )}
      </div>
    </div>
  )
}

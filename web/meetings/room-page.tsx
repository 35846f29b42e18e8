import { useEffect, useRef, useState } from 'preact/hooks'
import type { MeetingDetail } from '../../server/meetings/schema.ts'
import type { Pack, PackPlace as Place } from '../../server/packs/schema.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { Direction } from '../packs/direction.tsx'
import { FrozenLine } from '../packs/frozen-line.tsx'
import { Headline } from '../packs/headline.tsx'
import { PackPlace } from '../packs/pack-place.tsx'
import { QuickForms, type QuickForm, type QuickFormProps } from '../reviews/quick-forms.tsx'
import { monthWords } from '../shared/bands.ts'
import { address, goTo } from '../state/router.ts'
import { AddDecision, Decisions } from './decisions.tsx'
import { ItemNotes } from './item-notes.tsx'
import { useRoomKeys } from './room-keys.ts'
import { RoomMap } from './room-map.tsx'
import { partWords } from './words.ts'

/** The room: the frozen pack on the wall, one place after the other, and what is decided minuted where it is. Part A only. */
export default ({ id }: { id: string }) => {
  const pack = useLoaded<Pack>(`/api/packs/${encodeURIComponent(id)}`)
  const meeting = useLoaded<MeetingDetail>(`/api/meetings/${encodeURIComponent(id)}`)
  const problem = pack.problem ?? meeting.problem
  if (problem)
    return (
      <div class="app-page">
        <h1 class="govuk-heading-l">The room</h1>
        {problem.status === 404 ? (
          <p class="govuk-body">
            The pack of this meeting has not been frozen yet. <a href={`/meetings/${id}`}>Go to the meeting</a>.
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
  const { places } = pack
  // 0: the headline; then a place each.
  const at = Math.min(places.length, Math.max(0, Number(address.value.searchParams.get('at') ?? 0) || 0))
  const [isHelp, setIsHelp] = useState(false)
  const stage = useRef<HTMLElement>(null)
  const show = (next: number) => {
    const to = Math.min(places.length, Math.max(0, next))
    if (to !== at) goTo(`/meetings/${meeting.id}/room${to === 0 ? '' : `?at=${to}`}`, { replace: true })
  }
  useRoomKeys({
    next: () => show(at + 1),
    previous: () => show(at - 1),
    first: () => show(0),
    last: () => show(places.length),
    help: () => setIsHelp(!isHelp),
  })
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current) {
      stage.current?.focus()
      stage.current?.scrollTo(0, 0)
      onMoved()
    }
    isFirst.current = false
  }, [at])
  const place = places[at - 1]

  return (
    <div class="app-room">
      <div class="app-room__banner">
        <p class="app-room__part">{partWords('A')}</p>
        <p class="app-room__which">
          {monthWords(pack.pack.month)}, {at === 0 ? 'headline' : `${at} of ${places.length}`}
        </p>
        <div class="app-room__moves">
          <button type="button" class="app-room__move" disabled={at === 0} onClick={() => show(at - 1)}>
            Back
          </button>
          <button type="button" class="app-room__move" disabled={at === places.length} onClick={() => show(at + 1)}>
            Next
          </button>
          <button type="button" class="app-room__move" aria-expanded={isHelp} onClick={() => setIsHelp(!isHelp)}>
            Keys
          </button>
          <a class="app-room__move" href={`/meetings/${meeting.id}`}>
            Leave
          </a>
        </div>
      </div>
      {isHelp && (
        <p class="app-room__help" role="status">
          Right arrow or Page Down: next place. Left arrow or Page Up: back. Home: headline. End: last place. A
          presenter’s remote sends the same keys. No key writes anything.
        </p>
      )}
      <Strip places={places} at={at} onShow={show} />
      <section class="app-room__stage" ref={stage} tabIndex={-1} aria-label="What is spoken of">
        {place ? (
          <OfPlace
            key={place.hotspotId}
            pack={pack}
            place={place}
            meeting={meeting}
            onChanged={onChanged}
            onMoved={onMoved}
          />
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
      <div class="app-room__map">
        <RoomMap places={places} rank={place?.counted?.shown?.rank} onSelect={(rank) => show(indexOf(places, rank))} />
      </div>
    </div>
  )
}

const indexOf = (places: readonly Place[], rank: number) =>
  places.findIndex(({ counted }) => counted?.shown?.rank === rank) + 1

interface StripProps {
  places: readonly Place[]
  at: number
  onShow: (at: number) => void
}

/** The list, folded to a strip. */
const Strip = ({ places, at, onShow }: StripProps) => {
  const here = useRef<HTMLButtonElement>(null)
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [at])
  return (
    <nav class="app-room__strip" aria-label="Places of the pack">
      <button
        type="button"
        class="app-room__stop"
        {...(at === 0 && { 'aria-current': 'true' as const, ref: here })}
        onClick={() => onShow(0)}
      >
        Headline
      </button>
      {places.map(({ hotspotId, name, counted }, i) => (
        <button
          type="button"
          key={hotspotId}
          class="app-room__stop"
          {...(at === i + 1 && { 'aria-current': 'true' as const, ref: here })}
          onClick={() => onShow(i + 1)}
        >
          {counted?.shown && <span class="app-room__rank">{counted.shown.rank}</span>} {name}
        </button>
      ))}
    </nav>
  )
}

interface OfPlaceProps {
  pack: Pack
  place: Place
  meeting: MeetingDetail
  onChanged: (meeting: MeetingDetail) => void
  onMoved: () => void
}

const OfPlace = ({ pack, place, meeting, onChanged, onMoved }: OfPlaceProps) => {
  const [said, setSaid] = useState('')
  const item = meeting.items.find(({ hotspotId }) => hotspotId === place.hotspotId)
  const { hotspotId: id, name } = place

  /** Minuted where it is taken; the place's own decision beside it. */
  const first: QuickForm[] = item
    ? [
        {
          says: 'Decision',
          needs: 'meeting:update',
          load:
            async () =>
            ({ onDone, onCancel }: QuickFormProps) => (
              <AddDecision
                meeting={meeting}
                item={item}
                onCancel={onCancel}
                onChanged={(next) => {
                  onChanged(next)
                  onDone('The decision is minuted.')
                }}
              />
            ),
        },
        {
          says: 'Place',
          needs: 'review:update',
          load: async () => (await import('../reviews/quick-decision.tsx')).QuickDecision,
        },
      ]
    : []

  return (
    <>
      <PackPlace place={place} previousMonth={pack.pack.previous?.month ?? null} level={1} />
      {item && <Decisions meeting={meeting} item={item} onChanged={onChanged} />}
      <p class="app-room__said" role="status">
        {said}
      </p>
      {meeting.canWrite && (
        <QuickForms
          hotspot={{ id, name }}
          meetingId={meeting.id}
          first={first}
          onDone={(sentence) => {
            setSaid(sentence)
            onMoved()
          }}
        />
      )}
      {item && <ItemNotes meeting={meeting} item={item} onChanged={onChanged} />}
    </>
  )
}

import type { Pack } from '../../server/packs/schema.ts'
import { CHANGE_WORDS_SHOWN } from '../findings/words.ts'
import { periodWords } from '../hotspots/filters.ts'
import { countOf } from '../hotspots/sentences.ts'
import { listOf } from './pack-words.ts'

const MEANS: Record<Pack['pack']['direction']['episodes'], string> = {
  worsening: 'children were missing in more weeks than before, more than chance explains.',
  improving: 'children were missing in fewer weeks than before, fewer than chance explains.',
  'no clear change': 'what differs may be chance.',
  'too few to tell': 'there are too few children to tell a change from chance.',
}

/** Direction of travel, in words alone. */
export const Direction = ({ pack: { direction } }: { pack: Pick<Pack['pack'], 'direction'> }) => {
  const said = direction.places.filter(({ places }) => places > 0)
  return (
    <>
      <p class="govuk-body">
        <strong>Children missing: {CHANGE_WORDS_SHOWN[direction.episodes].toLowerCase()}.</strong> Compared with the 90
        days before, {MEANS[direction.episodes]}
      </p>
      {said.length > 0 && (
        <p class="govuk-body">
          <strong>Places:</strong>{' '}
          {listOf(
            said.map(({ word, places }) => `${countOf(places, 'place')} ${CHANGE_WORDS_SHOWN[word].toLowerCase()}`),
          )}
          .
        </p>
      )}
      <p class="govuk-body-s app-dim">
        {periodWords(direction.windows.after)} against {periodWords(direction.windows.before)}, by children and weeks
        and not by reports. Later days are left out: return interviews are still due.
      </p>
    </>
  )
}

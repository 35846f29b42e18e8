import { useEffect, useState } from 'preact/hooks'
import type { z } from 'zod'
import type { GazetteerMatch, GazetteerMatches } from '../../server/gazetteer/schema.ts'
import { describedBy, groupClass, HintAndError, type FieldText } from '../form/fields.tsx'
import { ApiError, ask } from '../state/api.ts'
import { countOf, PLACE_CATEGORY_WORDS } from '../words.ts'

const WAIT_MS = 250
const MOST_SHOWN = 8

interface PlaceSearchProps extends FieldText {
  onPick: (match: GazetteerMatch) => void
}

/** A search box for a place, a postcode or a grid reference, with what it may mean as buttons beneath. */
export const PlaceSearch = ({ onPick, ...text }: PlaceSearchProps) => {
  const [typed, setTyped] = useState('')
  const { matches, problem } = useMatches(typed.trim())
  const pick = (match: GazetteerMatch) => {
    setTyped('')
    onPick(match)
  }
  return (
    <div class={`${groupClass(text.error)} app-search`}>
      <label class="govuk-label govuk-label--s" for={text.id}>
        {text.label}
      </label>
      <HintAndError {...text} />
      <input
        id={text.id}
        class="govuk-input"
        type="search"
        autocomplete="off"
        spellcheck={false}
        maxLength={120}
        value={typed}
        aria-describedby={describedBy(text)}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // Enter takes the likeliest instead of sending the form it stands in.
          event.preventDefault()
          if (matches?.[0]) pick(matches[0])
        }}
      />
      <div role="status" class={matches || problem ? 'app-search__status' : 'govuk-visually-hidden'}>
        {problem?.message}
        {matches?.length === 0 && 'Nothing by that name. Try another spelling, a postcode, or click on the map.'}
        {matches && matches.length > 0 && `${countOf(matches.length, 'match', 'matches')}; Enter takes the first.`}
      </div>
      {matches && matches.length > 0 && (
        <ul class="app-search__matches">
          {matches.map((match) => (
            <li key={`${match.kind} ${match.name} ${match.placeId}`}>
              <button type="button" class="app-search__match" onClick={() => pick(match)}>
                <span>{match.name}</span> <span class="app-dim">{matchWords(match)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const matchWords = ({ kind, category }: GazetteerMatch) => {
  if (kind === 'postcode') return 'Postcode'
  if (kind === 'grid_reference') return 'Grid reference'
  return category ? PLACE_CATEGORY_WORDS[category] : 'Place'
}

/** What the gazetteer finds for the text, a moment after the last key. */
const useMatches = (text: string) => {
  const [found, setFound] = useState<{ matches?: GazetteerMatch[]; problem?: ApiError }>({})
  useEffect(() => {
    if (text.length < 2) return setFound({})
    const stop = new AbortController()
    const timer = setTimeout(() => {
      ask<z.infer<typeof GazetteerMatches>>(`/api/gazetteer/search?${new URLSearchParams({ q: text })}`, {
        signal: stop.signal,
      }).then(
        ({ matches }) => setFound({ matches: matches.slice(0, MOST_SHOWN) }),
        (error: unknown) => {
          if (!stop.signal.aborted) setFound({ problem: error as ApiError })
        },
      )
    }, WAIT_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text])
  return found
}

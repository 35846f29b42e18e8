import { useRef } from 'preact/hooks'
import { countOf } from '../hotspots/sentences.ts'
import { monthWords } from '../shared/bands.ts'
import type { Play } from './use-play.ts'

interface PlayBarProps {
  play: Play
  /** Of the month that is shown. */
  isComplete: boolean
  reports: number
  /** Whether a layer of the twelve months waits meanwhile. */
  hasLayerAtRest: boolean
}

/** One month after another on the map and in the list, for whoever asks for it. */
export const PlayBar = ({ play, isComplete, reports, hasLayerAtRest }: PlayBarProps) => {
  const { months, month, isPlaying } = play
  const toggle = useRef<HTMLButtonElement>(null)
  const index = month === undefined ? -1 : months.indexOf(month)
  const words = month && monthWords(month)
  const state = `${countOf(reports, 'report')} at these places${isComplete ? '' : ', incomplete'}`
  return (
    <div class={`app-play${month ? ' app-play--on' : ''}`} role="group" aria-label="Month by month">
      <div class="app-play__buttons">
        <button type="button" class="app-play__button" ref={toggle} onClick={isPlaying ? play.pause : play.start}>
          {isPlaying ? 'Pause' : month ? 'Play' : 'Play the months'}
        </button>
        {month && (
          <>
            <StepButton label="Previous" isAtEnd={index === 0} onClick={() => play.show(index - 1)} />
            <StepButton label="Next" isAtEnd={index === months.length - 1} onClick={() => play.show(index + 1)} />
            <input
              class="app-play__slider"
              type="range"
              min="0"
              max={months.length - 1}
              value={index}
              aria-label="Month"
              aria-valuetext={words}
              onInput={(event) => play.show(Number(event.currentTarget.value))}
            />
          </>
        )}
      </div>
      <p class="app-play__said" role="status">
        {month && (
          <>
            <strong class="app-play__month">{words}</strong> <span>{state}.</span>
          </>
        )}
      </p>
      {month && (
        <>
          <button
            type="button"
            class="app-play__button app-play__button--end"
            onClick={() => {
              toggle.current?.focus()
              play.end()
            }}
          >
            All twelve together
          </button>
          <p class="app-play__note" id="play-note">
            {!isComplete && 'Incomplete: return interviews are still due, so do not read it as fewer. '}
            Single months are small numbers: much of what differs between them is chance.
            {hasLayerAtRest && ' The layer is of all twelve months and waits.'}
          </p>
        </>
      )}
    </div>
  )
}

/** At either end it stays where it is, so that the focus is not lost, and does nothing. */
const StepButton = ({ label, isAtEnd, onClick }: { label: string; isAtEnd: boolean; onClick: () => void }) => (
  <button type="button" class="app-play__button" aria-disabled={isAtEnd} onClick={isAtEnd ? undefined : onClick}>
    {label}
    <span class="govuk-visually-hidden"> month</span>
  </button>
)

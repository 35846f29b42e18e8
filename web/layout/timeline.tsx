import { momentWords } from '../dates.ts'

interface Step {
  words: string
  at: string
  by: string
  /** In words; nothing stands after the name where there is none. */
  role?: string | null
  why?: string | null
}

/** Who did what, when and why, in the order given. */
export const Timeline = ({ steps }: { steps: readonly Step[] }) => (
  <ol class="app-timeline">
    {steps.map(({ words, at, by, role, why }) => (
      <li class="app-timeline__item" key={`${at} ${words} ${why}`}>
        <strong>{words}</strong>
        <span class="app-timeline__when">
          {momentWords(at)}, {by}
          {role && ` (${role})`}
        </span>
        {why && <p class="app-timeline__why">{why}</p>}
      </li>
    ))}
  </ol>
)

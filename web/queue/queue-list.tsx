import { observedWords } from '../dates.ts'
import { BASIS_WORDS, countOf } from '../words.ts'
import type { Waiting } from './waiting.ts'

interface QueueListProps {
  reports: Waiting[]
  openId: string
  onOpen: (id: string) => void
}

/** The words of each report, when it was, and how many say the same. */
export const QueueList = ({ reports, openId, onOpen }: QueueListProps) => (
  <ul class="app-queue">
    {reports.map((report) => (
      <li key={report.id}>
        <button
          type="button"
          class="app-queue__item"
          aria-current={report.id === openId ? 'true' : undefined}
          onClick={() => onOpen(report.id)}
        >
          <span class="app-queue__words">{report.placeName ? `“${report.placeName}”` : 'No words for the place'}</span>
          <span class="app-dim">{BASIS_WORDS[report.basis]}</span>
          <span class="app-dim">{observedWords(report)}</span>
          {report.sameName > 0 && (
            <span class="app-dim">
              {countOf(report.sameName, 'other')} {report.sameName === 1 ? 'says' : 'say'} the same
            </span>
          )}
        </button>
      </li>
    ))}
  </ul>
)

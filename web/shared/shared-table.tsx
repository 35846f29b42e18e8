import type { SharedAnswer, SharedHotspot } from '../../server/runs/schema.ts'
import { joinTouching, windowWords } from '../findings/times.ts'
import { CHANGE_WORDS_SHOWN, firmWords, TREND_WORDS } from '../findings/words.ts'
import { RankDisc } from '../hotspots/rank-disc.tsx'
import type { Marks } from '../hotspots/ranked-list.tsx'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { bandWords, monthWords, stepOf } from './bands.ts'

const HEADINGS = [
  'Rank',
  'Place',
  'Kind of place',
  'Reports',
  'Children',
  'Change',
  'Class',
  'How sure',
  'Best times to visit',
  'Area',
]

interface SharedTableProps {
  hotspots: readonly SharedHotspot[]
  marks: Marks
  run: NonNullable<SharedAnswer['run']>
}

/** The rows of the list as a table. */
export const SharedTable = ({ hotspots, marks, run }: SharedTableProps) => {
  const caption = `Places by rank, ${monthWords(run.month)}`
  return (
    <div class="app-table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class="app-table app-table--roomy">
        <caption class="app-table__caption">{caption}</caption>
        <thead>
          <tr>
            {HEADINGS.map((heading) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hotspots.map((row) => (
            <tr
              key={row.id}
              class={rowClass(row.rank, marks)}
              onMouseEnter={() => marks.onHover(row.rank)}
              onMouseLeave={() => marks.onHover(undefined)}
            >
              <td>
                <RankDisc rank={row.rank} method={row.method} colour={stepOf(row.reportsBand)} />
              </td>
              <th scope="row" class="app-table__name">
                <button
                  type="button"
                  id={`row-${row.rank}`}
                  class="app-table__open"
                  aria-pressed={marks.selected === row.rank}
                  onClick={() => marks.onSelect(row.rank)}
                >
                  {row.name}
                </button>
              </th>
              <td>{PLACE_CATEGORY_WORDS[row.category]}</td>
              <td>{bandWords(row.reportsBand)}</td>
              <td>{bandWords(row.childrenBand)}</td>
              <Findings findings={row.findings} />
              <td>{row.isApproximate ? 'approximate' : 'as the place is drawn'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Findings = ({ findings }: Pick<SharedHotspot, 'findings'>) =>
  findings ? (
    <>
      <td>{CHANGE_WORDS_SHOWN[findings.change]}</td>
      <td>{TREND_WORDS[findings.trend]}</td>
      <td>
        {firmWords(findings.isFirm)}
        {findings.isOfFewChildren && <span class="app-table__note">mostly one or two children</span>}
      </td>
      <td>
        {findings.windows.length === 0
          ? 'too few to name'
          : joinTouching(findings.windows).map((window) => (
              <span class="app-table__time" key={window.fromHour}>
                {windowWords(window)}
              </span>
            ))}
      </td>
    </>
  ) : (
    <td colSpan={4}>Not worked out when this month was stored</td>
  )

const rowClass = (rank: number, { selected, hovered }: Marks) =>
  rank === selected ? 'app-table__row--selected' : rank === hovered ? 'app-table__row--hovered' : undefined

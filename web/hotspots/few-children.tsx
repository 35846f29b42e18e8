import type { FewChildren as Pattern } from '../../server/hotspots/schema.ts'
import { childrenWords, countOf } from './sentences.ts'

/** More than this would push the rest out of sight. */
const SHOWN_AT_ONCE = 5

/** Where many reports come from very few children: a matter of those children, not a place on the map. */
export const FewChildren = ({
  patterns,
}: {
  patterns: readonly Pick<Pattern, 'rank' | 'name' | 'reports' | 'children'>[]
}) => {
  if (patterns.length === 0) return null
  return (
    <section class="app-few" aria-labelledby="few-children">
      <h2 class="app-few__title" id="few-children">
        Patterns of very few children: {patterns.length}
      </h2>
      <p class="app-small app-quiet">Not hotspots, and not drawn. Consider an individual plan.</p>
      <details class="app-small" open={patterns.length <= SHOWN_AT_ONCE}>
        <summary class="app-panel__summary">The patterns</summary>
        <ul class="app-few__list">
          {patterns.map(({ rank, name, reports, children }) => (
            <li key={`${rank} ${name}`}>
              <span>{name}</span>
              <span class="app-quiet">
                {countOf(reports, 'report')} of {childrenWords(children)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

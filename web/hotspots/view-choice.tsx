import { withParameters, type View } from './filters.ts'

const VIEWS: { view: View; label: string; isForNarrowOnly?: boolean }[] = [
  { view: 'list', label: 'List', isForNarrowOnly: true },
  { view: 'map', label: 'Map' },
  { view: 'table', label: 'Table' },
]

/** The same rows in another form. On a wide screen list and map stand side by side. */
export const ViewChoice = ({ address, view, isNarrow }: { address: URL; view: View; isNarrow: boolean }) => (
  <nav class="app-views" aria-label="Ways to see the places">
    <ul class="app-views__list">
      {VIEWS.filter(({ isForNarrowOnly }) => isNarrow || !isForNarrowOnly).map(({ view: other, label }) => (
        <li key={other}>
          <a
            class="app-views__link"
            href={withParameters(address, {
              view: other === (isNarrow ? 'list' : 'map') ? undefined : other,
              place: isNarrow ? undefined : (address.searchParams.get('place') ?? undefined),
            })}
            {...(other === view && { 'aria-current': 'page' as const })}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

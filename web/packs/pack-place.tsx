import type { PackExactContent, PackPlace as Place } from '../../server/packs/schema.ts'
import { Said } from '../findings/said.tsx'
import { joinTouching, windowWords } from '../findings/times.ts'
import { VICTIMS } from '../findings/words.ts'
import { dayWords } from '../dates.ts'
import { countOf } from '../hotspots/sentences.ts'
import { bandWords, monthWords } from '../shared/bands.ts'
import { OF_FEW_CHILDREN, sharedChangeSentence, sharedClassSentence } from '../shared/shared-words.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { Exactly } from './exactly.tsx'
import { comparedWords } from './pack-words.ts'

interface PackPlaceProps {
  place: Place
  /** Of the pack before, YYYY-MM. */
  previousMonth: string | null
  /** For co-ordinator and chair on their own screen; never given on the wall. */
  exact?: PackExactContent['places'][number] | undefined
  /** The heading's level, where the page has one of its own already. */
  level?: 1 | 2
}

/**
 * One place of a pack by itself, as large as its parent's type: what is known, what changed, what is planned and what was done.
 * Sizes are in em, so that a wall makes all of it larger at once.
 */
export const PackPlace = ({ place, previousMonth, exact, level = 2 }: PackPlaceProps) => {
  const { name, category, reviewWords, counted } = place
  const Heading = `h${level}` as 'h1' | 'h2'
  return (
    <article class="app-pack-place">
      <p class="app-pack-place__about">
        {counted?.shown && `Rank ${counted.shown.rank}. `}
        {PLACE_CATEGORY_WORDS[category]}
        {counted?.isApproximate && ', approximate area'}. {reviewWords}
        {counted?.isNew && ', new this month'}.
      </p>
      <Heading class="app-pack-place__name">{name}</Heading>
      {counted?.shown && <Counted counted={counted} shown={counted.shown} exact={exact} />}
      {counted && !counted.shown && (
        <p>
          {counted.standing === 'lapsed'
            ? 'Shown in the pack before, and not in this month.'
            : 'Not among this month’s places: it is here because something is done there.'}
        </p>
      )}
      {counted && previousMonth && (
        <p>
          <strong>Beside {monthWords(previousMonth)}:</strong> {comparedWords(counted)}
        </p>
      )}
      <Work place={place} />
    </article>
  )
}

type Counted = NonNullable<Place['counted']>

const Counted = ({
  counted: { isApproximate },
  shown: { reportsBand, childrenBand, findings },
  exact,
}: {
  counted: Counted
  shown: NonNullable<Counted['shown']>
  exact: PackPlaceProps['exact']
}) => (
  <>
    <dl class="app-pack-place__bands">
      <div>
        <dt>Reports, twelve months</dt>
        <dd>
          {bandWords(reportsBand)}
          <Exactly count={exact?.reports} />
        </dd>
      </div>
      <div>
        <dt>Children</dt>
        <dd>
          {bandWords(childrenBand)}
          <Exactly count={exact?.children} />
        </dd>
      </div>
    </dl>
    {findings && (
      <>
        <p>
          <Said sentence={sharedChangeSentence(findings)} />
        </p>
        <p>
          <Said sentence={sharedClassSentence(findings)} />
        </p>
        {findings.windows.length > 0 && (
          <p>
            <strong>When:</strong> {joinTouching(findings.windows).map(windowWords).join('; ')}.
          </p>
        )}
        {!findings.isFirm && (
          <p class="app-pack-place__warning">
            Not firm: without one of its children, or with the method set otherwise, it would be no hotspot.
          </p>
        )}
        {findings.isOfFewChildren && <p class="app-pack-place__warning">{OF_FEW_CHILDREN}</p>}
      </>
    )}
    {isApproximate && <p class="app-pack-place__warning">An approximate area, in whole squares of 200 metres.</p>}
    <p class="app-pack-place__quiet">{VICTIMS}</p>
  </>
)

const NOTHING: Pick<Counted, 'referrals' | 'patrols' | 'actions'> = { referrals: [], patrols: [], actions: [] }

/** What is planned and was done there, a line each. */
const Work = ({ place: { plans, counted } }: { place: Place }) => {
  const { referrals, patrols, actions } = counted ?? NOTHING
  if (plans.length + referrals.length + patrols.length + actions.length === 0)
    return <p class="app-pack-place__quiet">Nothing was planned or done here when the pack was frozen.</p>
  return (
    <ul class="app-pack-place__work">
      {plans.map(({ id, objective, stateWords, reviewOn, effect }) => (
        <li key={id}>
          <strong>Plan, {stateWords.toLowerCase()}:</strong> {objective}
          {reviewOn && ` Review ${dayWords(reviewOn)}.`} {effect}
        </li>
      ))}
      {referrals.map(({ id, service, stateWords, sessionsInMonth, contactsInMonth }) => (
        <li key={id}>
          <strong>Referral, {stateWords.toLowerCase()}:</strong> {service}; {countOf(sessionsInMonth, 'session')} in the
          month with {countOf(contactsInMonth, 'contact')}.
        </li>
      ))}
      {patrols.map(({ id, stateWords, visitsInMonth, minutesInMonth, validTo }) => (
        <li key={id}>
          <strong>Patrol, {stateWords.toLowerCase()}:</strong> {countOf(visitsInMonth, 'visit')} in the month,{' '}
          {countOf(minutesInMonth, 'minute')}
          {validTo && `; until ${dayWords(validTo)}`}.
        </li>
      ))}
      {actions.map(({ id, number, what, agency, dueOn, isOverdue }) => (
        <li key={id}>
          <strong>
            Action {number}
            {isOverdue && ', overdue'}:
          </strong>{' '}
          {what} {agency}, due {dayWords(dueOn)}.
        </li>
      ))}
    </ul>
  )
}

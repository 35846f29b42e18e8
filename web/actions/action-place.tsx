import type { Action } from '../../server/actions/schema.ts'
import { may } from '../state/session.ts'

const ABOUT: Record<
  NonNullable<Action['about']>['thing'],
  { says: string; href: (id: string) => string; needs: string }
> = {
  plan: { says: 'About a plan', href: (id) => `/plans/${id}`, needs: 'plan:read' },
  referral: { says: 'About a referral', href: (id) => `/referrals/${id}`, needs: 'referral:read' },
  patrol: { says: 'About a patrol', href: (id) => `/patrols/${id}`, needs: 'patrol:read' },
}

/** What an action is about, with the way there for whom it is open. */
export const ActionPlace = ({ action: { hotspotId, hotspotName, about } }: { action: Action }) => (
  <>
    {hotspotId && hotspotName && (
      <>
        {' '}
        At{' '}
        {may('review:read') ? (
          <a class="govuk-link" href={`/reviews/${hotspotId}`}>
            {hotspotName}
          </a>
        ) : (
          hotspotName
        )}
        .
      </>
    )}
    {about && may(ABOUT[about.thing].needs) && (
      <>
        {' '}
        <a class="govuk-link" href={ABOUT[about.thing].href(about.id)}>
          {ABOUT[about.thing].says}
        </a>
        .
      </>
    )}
  </>
)

/** What was done, and what the measures are called, in plain words. */
export const Explained = () => (
  <section aria-labelledby="done-title">
    <h2 class="govuk-heading-m" id="done-title">
      What was done
    </h2>
    <ul class="govuk-list govuk-list--bullet app-backtest__text">
      <li>
        For each of the twelve months, only the twelve months before it were taken. The hotspots were worked out from
        them as the map does it, and the month’s reports that lie in them were counted: those are met.
      </li>
      <li>
        The two simple lists choose as many places, or fewer where fewer had a report. A place is a named place or a 200
        metre square of the National Grid in which anything was reported in the two years.
      </li>
      <li>
        <strong>PAI</strong> (predictive accuracy index) is the share of reports met, divided by the share of the area:
        how many times more than the same ground anywhere in the area would have met. Small, dense places always score
        high, so read it beside the other two.
      </li>
      <li>
        <strong>PEI</strong> (predictive efficiency index) is PAI as a part of the best that as much ground could have
        met: at 1 nobody could have chosen better.
      </li>
    </ul>
  </section>
)

export const CannotSay = () => (
  <section aria-labelledby="cannot-title">
    <h2 class="govuk-heading-m" id="cannot-title">
      What this cannot say
    </h2>
    <ul class="govuk-list govuk-list--bullet app-backtest__text">
      <li>A place that is known is looked at more, and so reported more. That favours all three ways.</li>
      <li>
        Reports that came in late are counted as if they had been known in time. On the day, the map would have known
        less.
      </li>
      <li>Twelve months are few, and they share children: they are not twelve independent trials.</li>
      <li>Private addresses, finds on patrol and reports that nobody could place are not in it.</li>
      <li>That a report would have been met does not say that anybody going there would have found the child.</li>
    </ul>
  </section>
)

/** Before the first run there is nothing to share. */
export const NoRun = ({ canMake }: { canMake: boolean }) => (
  <div class="app-nothing">
    <h2 class="app-nothing__title">There is no stored month yet</h2>
    {canMake ? (
      <p>
        Partners see the places of a month once you have{' '}
        <a class="govuk-link" href="/runs">
          stored it
        </a>
        .
      </p>
    ) : (
      <p>The co-ordinator stores each month once it is over. The places stand here from then on.</p>
    )}
  </div>
)

/** A month with nothing in it for this person. */
export const NoPlace = () => (
  <div class="app-nothing">
    <p>No place of this month is shared with you.</p>
    <p>
      Police neighbourhood teams see the places of their own areas, and youth providers those that are referred to them.
      That nothing stands here does not say that nothing happens.
    </p>
  </div>
)

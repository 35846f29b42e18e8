/** For a page that exists but is not part of the role. */
export const NotYours = ({ title }: { title: string }) => (
  <>
    <h1 class="govuk-heading-l">{title}</h1>
    <p class="govuk-body">This page is not part of your role, so nothing is shown here.</p>
    <p class="govuk-body">
      If you need it for your work, ask the administrator of the service. Your role stands under{' '}
      <a class="govuk-link" href="/me">
        My sign-in
      </a>
      .
    </p>
  </>
)

/** For a role that has no page of its own. */
export const NothingYet = () => (
  <>
    <h1 class="govuk-heading-l">Nothing for your role here yet</h1>
    <p class="govuk-body">
      You are signed in, and nothing is missing: the reports that your role receives are given to you on paper for now.
    </p>
  </>
)

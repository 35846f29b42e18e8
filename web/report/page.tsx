export default () => <p class="govuk-body">…</p>

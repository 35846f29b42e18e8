import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { JsonSchema } from './components.ts'
import { PROBLEMS, type DocumentOperation, type OpenApiDocument } from './document.ts'
import { kindOf } from './kind.ts'

/**
 * The document as a page that needs no JavaScript.
 * @param stylesheet the address of the pages' own stylesheet, where they have been built
 */
export const renderDocsPage = (document: OpenApiDocument, stylesheet: string | undefined): string =>
  '<!doctype html>' +
  renderToString(
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`The API – ${document.info.title}`}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {stylesheet && <link rel="stylesheet" href={stylesheet} />}
      </head>
      <body class="govuk-template__body">
        <a href="#main" class="govuk-skip-link">
          Skip to main content
        </a>
        <div class="govuk-width-container">
          <main id="main" class="govuk-main-wrapper">
            <a class="govuk-back-link" href="/">
              The map
            </a>
            <Introduction document={document} />
            {document.tags.map(({ name }) => (
              <Section key={name} name={name} document={document} />
            ))}
            <Problems />
            <Shapes schemas={document.components.schemas} />
          </main>
        </div>
      </body>
    </html>,
  )

const Introduction = ({ document: { info, tags } }: { document: OpenApiDocument }) => (
  <>
    <h1 class="govuk-heading-l">The API</h1>
    <p class="govuk-body">{info.description}</p>
    <p class="govuk-body">
      Version {info.version}. For programs:{' '}
      <a class="govuk-link" href="/api/openapi.json">
        the same as an OpenAPI 3.1 document
      </a>
      .
    </p>
    <nav aria-label="On this page">
      <ul class="govuk-list">
        {[...tags.map(({ name }) => name), PROBLEM_ANSWERS, SHAPES].map((name) => (
          <li key={name}>
            <a class="govuk-link" href={`#${toAnchor(name)}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </>
)

const PROBLEM_ANSWERS = 'Problems'
const SHAPES = 'Shapes'

const Section = ({ name, document }: { name: string; document: OpenApiDocument }) => (
  <section aria-labelledby={toAnchor(name)}>
    <h2 class="govuk-heading-m" id={toAnchor(name)}>
      {name}
    </h2>
    {Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { tags }]) => tags.includes(name))
        .map(([method, operation]) => (
          <OneOperation key={method + path} heading={`${method.toUpperCase()} ${path}`} operation={operation} />
        )),
    )}
  </section>
)

const OneOperation = ({ heading, operation }: { heading: string; operation: DocumentOperation }) => {
  const { summary, parameters, requestBody, responses, operationId } = operation
  const isAnswer = ([status]: [string, unknown]) => status.startsWith('2')
  const answers = Object.entries(responses).filter(isAnswer)
  const problems = Object.entries(responses).filter((response) => !isAnswer(response) && response[0] !== 'default')
  return (
    <>
      <h3 class="govuk-heading-s" id={operationId}>
        <code>{heading}</code>
      </h3>
      <p class="govuk-body">{summary}.</p>
      {parameters && (
        <Table
          caption="Parameters"
          rows={parameters.map(({ name, in: place, required, schema }) => ({
            name,
            says: (
              <>
                <KindWords schema={schema} />
                {place === 'path' ? ', in the path' : required ? ', required' : ''}
              </>
            ),
          }))}
        />
      )}
      {requestBody && (
        <p class="govuk-body">
          Body: <ContentWords content={requestBody.content} />.
        </p>
      )}
      <p class="govuk-body">
        Answers{' '}
        {answers.map(([status, { content }]) => (
          <>
            {status}
            {content ? ', ' : ' and nothing more'}
            <ContentWords content={content} />
          </>
        ))}
        ; or a problem: {problems.map(([status]) => status).join(', ')}.
      </p>
    </>
  )
}

const Problems = () => (
  <section aria-labelledby={toAnchor(PROBLEM_ANSWERS)}>
    <h2 class="govuk-heading-m" id={toAnchor(PROBLEM_ANSWERS)}>
      {PROBLEM_ANSWERS}
    </h2>
    <p class="govuk-body">
      Each is <code>application/problem+json</code>:{' '}
      <KindWords schema={{ $ref: '#/components/schemas/ProblemAnswer' }} />.
    </p>
    <Table
      caption="What each problem means"
      rows={Object.entries(PROBLEMS).map(([status, says]) => ({
        name: status === 'default' ? 'any other' : status,
        says,
      }))}
    />
  </section>
)

const Shapes = ({ schemas }: { schemas: Record<string, JsonSchema> }) => (
  <section aria-labelledby={toAnchor(SHAPES)}>
    <h2 class="govuk-heading-m" id={toAnchor(SHAPES)}>
      {SHAPES}
    </h2>
    {Object.entries(schemas).map(([name, schema]) => {
      const required = (schema.required ?? []) as string[]
      const members = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>)
      return (
        <div key={name}>
          <h3 class="govuk-heading-s" id={`shape-${name}`}>
            {name}
          </h3>
          {members.length === 0 ? (
            <p class="govuk-body">
              <KindWords schema={schema} />
            </p>
          ) : (
            <Table
              caption="Members"
              rows={members.map(([member, kind]) => ({
                name: member,
                says: (
                  <>
                    <KindWords schema={kind} />
                    {!required.includes(member) && ', may be left out'}
                  </>
                ),
              }))}
            />
          )}
        </div>
      )
    })}
  </section>
)

const Table = ({ caption, rows }: { caption: string; rows: { name: string; says: ComponentChildren }[] }) => (
  <table class="govuk-table">
    <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
    <tbody class="govuk-table__body">
      {rows.map(({ name, says }) => (
        <tr class="govuk-table__row" key={name}>
          <th scope="row" class="govuk-table__header">
            {name}
          </th>
          <td class="govuk-table__cell">{says}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const ContentWords = ({ content }: { content: Record<string, { schema?: JsonSchema }> | undefined }) => (
  <>
    {Object.entries(content ?? {}).map(([mediaType, { schema }]) => (
      <>
        <code>{mediaType}</code>
        {schema && ': '}
        {schema && <KindWords schema={schema} />}
      </>
    ))}
  </>
)

const KindWords = ({ schema }: { schema: JsonSchema }) => (
  <>
    {kindOf(schema).map((part) =>
      typeof part === 'string' ? (
        part
      ) : (
        <a class="govuk-link" href={`#shape-${part.shape}`}>
          {part.shape}
        </a>
      ),
    )}
  </>
)

const toAnchor = (name: string) => name.toLowerCase().replaceAll(' ', '-')

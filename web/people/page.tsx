import { useState } from 'preact/hooks'
import type { Area } from '../../server/gazetteer/schema.ts'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { may } from '../state/session.ts'
import { countOf } from '../words.ts'
import { AddPerson } from './add-person.tsx'
import { NewLink, type Told } from './new-link.tsx'
import { PeopleTable } from './people-table.tsx'
import type { LinkAnswer, PersonList } from './types.ts'

const NEW = 'new'

/** Who may sign in, with which role; kept by the administrator, read by whoever watches over it. */
export default () => {
  const { data, problem, isLoading, reload } = useLoaded<PersonList>('/api/people')
  const canKeep = may('people:update')
  const areas = useLoaded<{ areas: Area[] }>(canKeep ? '/api/areas' : undefined)
  // One form at a time: the new person’s, or that of a person who is there.
  const [open, setOpen] = useState<string>()
  const isAdding = open === NEW
  const [said, setSaid] = useState('')
  const [told, setTold] = useState<Told>()
  const people = data?.people ?? []
  const neighbourhoods = areas.data?.areas.filter(({ kind }) => kind === 'police_neighbourhood') ?? []

  const changed = (words: string) => {
    setOpen(undefined)
    setTold(undefined)
    setSaid(words)
    reload()
  }
  const linked = (name: string, { link }: LinkAnswer) => {
    setSaid('')
    setOpen(undefined)
    setTold({ name, link })
    reload()
  }
  const add = async (body: unknown, name: string) =>
    linked(name, await ask<LinkAnswer>('/api/people', { method: 'POST', body }))

  return (
    <>
      <div class="app-title">
        <h1 class="govuk-heading-l">People</h1>
        {may('people:create') && !isAdding && (
          <button type="button" class="govuk-button" onClick={() => setOpen(NEW)}>
            Add a person
          </button>
        )}
      </div>
      <Said words={said} />
      {told && <NewLink key={told.link} told={told} onDone={() => setTold(undefined)} />}
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {isAdding && <AddPerson areas={neighbourhoods} onAdd={add} onCancel={() => setOpen(undefined)} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && <p class="govuk-body">{countOf(people.length, 'person', 'people')}</p>}
      {people.length > 0 && (
        <PeopleTable
          people={people}
          areas={neighbourhoods}
          canKeep={canKeep}
          openId={open}
          onOpen={setOpen}
          onChanged={changed}
          onLinked={linked}
        />
      )}
    </>
  )
}

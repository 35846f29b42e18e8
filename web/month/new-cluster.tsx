import { useRef } from 'preact/hooks'
import type { NewClusters, ReportCluster } from '../../server/findings/schema.ts'
import { countOf, numberWords } from '../hotspots/sentences.ts'
import { useOpenOnPaper } from '../hotspots/use-open-on-paper.ts'
import {
  chanceSentence,
  clusterSentence,
  earlierClusters,
  likeliestByChance,
  liveClusters,
} from './new-cluster-words.ts'

/** Whether something has begun in the last 30 days that chance does not explain, and what was looked at to say so. */
export const NewCluster = ({ newClusters }: { newClusters: NewClusters }) => {
  const live = liveClusters(newClusters)
  const section = useRef<HTMLElement>(null)
  useOpenOnPaper(section)
  return (
    <section class="app-answer" ref={section} aria-labelledby="new-cluster">
      <h2 class="app-answer__question" id="new-cluster">
        Is there a new cluster?
      </h2>
      {live.length === 0 ? (
        <p class="app-small">
          <strong>No.</strong> Nothing in the last 30 days stands out from what chance brings.
        </p>
      ) : (
        live.map((cluster, i) => (
          <p class="app-small" key={cluster.from + cluster.names[0]}>
            {i === 0 && <strong>Yes{live.length > 1 && `, ${live.length}`}. </strong>}
            {clusterSentence(cluster)} {chanceSentence(cluster, newClusters)}
          </p>
        ))
      )}
      <WhatWasLookedAt newClusters={newClusters} isAnswered={live.length > 0} />
    </section>
  )
}

const WhatWasLookedAt = ({ newClusters, isAnswered }: { newClusters: NewClusters; isAnswered: boolean }) => {
  const { events, maxRadiusMetres, maxDays, replications } = newClusters
  const earlier = earlierClusters(newClusters)
  const likeliest = isAnswered ? undefined : likeliestByChance(newClusters)
  return (
    <details class="app-small">
      <summary class="app-panel__summary">What was looked at</summary>
      <ul class="app-how__list">
        <li>
          {countOf(events, 'report')} of the twelve months, few or many at a place. One child’s at one place within 30
          days count as one.
        </li>
        <li>
          Every circle of up to {numberWords(maxRadiusMetres)} metres and every stretch of up to {maxDays} days, against
          what that place and those days usually have.
        </li>
        <li>
          For chance, the dates were shuffled over the places {numberWords(replications)} times. A place that has many
          reports all year is not new: it stands in the list below.
        </li>
        {earlier.map((cluster) => (
          <Cluster
            key={cluster.from + cluster.names[0]}
            title="Earlier in the year, and over"
            of={cluster}
            {...{ newClusters }}
          />
        ))}
        {likeliest && (
          <Cluster title="The nearest to one, but chance explains it" of={likeliest} {...{ newClusters }} />
        )}
        <li>Reports that are not placed, or come in later, cannot be seen here.</li>
      </ul>
    </details>
  )
}

const Cluster = ({ title, of, newClusters }: { title: string; of: ReportCluster; newClusters: NewClusters }) => (
  <li>
    {title}: {clusterSentence(of)} {chanceSentence(of, newClusters)}
  </li>
)

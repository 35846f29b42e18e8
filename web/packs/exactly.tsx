import type { ToldCount } from '../../server/packs/schema.ts'
import { numberWords } from '../hotspots/sentences.ts'

interface ExactlyProps {
  count: number | null | undefined
  /** What stands beside it: where that is the exact number, nothing is added. */
  told?: ToldCount | null
}

/** The exact number beside what partners are told, for co-ordinator and chair on their own screen: never on paper. */
export const Exactly = ({ count, told }: ExactlyProps) =>
  count === undefined || count === null || count === told ? null : (
    <span class="app-exactly app-no-print">
      <span class="govuk-visually-hidden">, exactly </span>
      {numberWords(count)}
    </span>
  )

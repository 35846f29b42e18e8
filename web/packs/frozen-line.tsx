import type { Pack } from '../../server/packs/schema.ts'
import { momentWords } from '../dates.ts'
import { periodWords } from '../hotspots/filters.ts'
import { roleWords } from '../words.ts'

/** When and by whom the pack was frozen, and whether it still is what was frozen. */
export const FrozenLine = ({ pack, hash, isVerified }: Pick<Pack, 'pack' | 'hash' | 'isVerified'>) => (
  <>
    <p class="govuk-body">
      Frozen {momentWords(pack.frozenAt)} by {pack.frozenBy.name} ({roleWords(pack.frozenBy.role).toLowerCase()},{' '}
      {pack.frozenBy.agency}). Places are counted over {periodWords(pack.run.period)}, as stored{' '}
      {momentWords(pack.run.madeAt)}. Nothing in it changes afterwards.
    </p>
    {isVerified ? (
      <p class="govuk-body-s app-dim app-break">SHA-256 {hash}: checked, it is what was frozen.</p>
    ) : (
      <div class="govuk-warning-text">
        <span class="govuk-warning-text__icon" aria-hidden="true">
          !
        </span>
        <strong class="govuk-warning-text__text">
          <span class="govuk-visually-hidden">Warning: </span>
          What is stored is no longer what was frozen: it does not match its hash ({hash.slice(0, 12)}…). Do not decide
          by it, and tell whoever looks after the service.
        </strong>
      </div>
    )}
  </>
)

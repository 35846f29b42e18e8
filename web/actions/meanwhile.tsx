import { useRef, useState } from 'preact/hooks'
import type { Action } from '../../server/actions/schema.ts'
import { LinkButton } from '../form/fields.tsx'
import { ApiError } from '../state/api.ts'

/**
 * The version of an action that a form was begun with. Where somebody else was first, what stands now is fetched and shown above the
 * form; nothing is overwritten until the writer says so.
 */
export const useSeenVersion = (action: Pick<Action, 'version'> | undefined, onNewest: (() => void) | undefined) => {
  const seen = useRef(action?.version)
  const [isLate, setIsLate] = useState(false)

  /** Does the work with the version that was seen. @throws what the service said, after asking for what stands now */
  const withSeen = async <Answer,>(work: (version: number) => Promise<Answer>): Promise<Answer> => {
    try {
      return await work(seen.current!)
    } catch (error) {
      if (error instanceof ApiError && error.slug === 'changed-meanwhile') {
        setIsLate(true)
        onNewest?.()
      }
      throw error
    }
  }
  const isNewer = isLate && action !== undefined && action.version !== seen.current
  /** What is sent from now on is meant to replace what stands there now. */
  const acceptNewest = () => {
    seen.current = action?.version
    setIsLate(false)
  }
  return { withSeen, isNewer, acceptNewest }
}

/** Said in a form whose action somebody else changed meanwhile. */
export const Meanwhile = ({ onAccept, onCancel }: { onAccept: () => void; onCancel: () => void }) => (
  <div class="govuk-inset-text">
    <p class="govuk-body">
      The action stands above as it is now. What you typed is still here, and nothing was overwritten.
    </p>
    <p class="govuk-body govuk-!-margin-bottom-0">
      <LinkButton onClick={onAccept}>Put mine in its place</LinkButton>{' '}
      <LinkButton class="govuk-!-margin-left-3" onClick={onCancel}>
        Leave it as it is
      </LinkButton>
    </p>
  </div>
)

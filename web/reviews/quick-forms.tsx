import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Review } from '../../server/reviews/schema.ts'
import { may } from '../state/session.ts'

export interface QuickFormProps {
  hotspot: { id: string; name: string }
  meetingId: string | undefined
  onDone: (sentence: string) => void
  onCancel: () => void
}

export interface QuickForm {
  says: string
  needs: string
  /** Where it waits until somebody has confirmed the place. */
  isForConfirmedOnly?: true
  /** Fetched when it is first asked for. */
  load: () => Promise<ComponentType<QuickFormProps>>
}

const FORMS: QuickForm[] = [
  {
    says: 'Plan',
    needs: 'plan:create',
    isForConfirmedOnly: true,
    load: async () => (await import('../plans/quick-plan.tsx')).QuickPlan,
  },
  {
    says: 'Refer',
    needs: 'referral:create',
    load: async () => (await import('../referrals/quick-referral.tsx')).QuickReferral,
  },
  {
    says: 'Patrol',
    needs: 'patrolRequest:create',
    load: async () => (await import('../patrols/quick-patrol.tsx')).QuickPatrol,
  },
  {
    says: 'Action',
    needs: 'action:create',
    load: async () => (await import('../actions/quick-action.tsx')).QuickAction,
  },
]

interface QuickFormsProps extends Pick<QuickFormProps, 'hotspot' | 'onDone'> {
  /** The state of the place, where it is known. */
  state?: Review['state'] | undefined
  /** The meeting in which it is begun. */
  meetingId?: string | undefined
  /** What stands before the others. */
  first?: readonly QuickForm[]
  /** The one that is open to begin with. */
  opens?: string | undefined
  /** Told whenever one is opened or none is any more. */
  onToggle?: (isOpen: boolean) => void
}

const NONE: readonly QuickForm[] = []
const FIELD = 'textarea, input, select'

/** What can be begun from a place, without leaving it. */
export const QuickForms = ({ hotspot, state, meetingId, first = NONE, opens, onDone, onToggle }: QuickFormsProps) => {
  const [open, setOpen] = useState<{ says: string; Form: ComponentType<QuickFormProps> }>()
  const [hasFailed, setHasFailed] = useState(false)
  const forms = [...first, ...FORMS].filter(
    ({ needs, isForConfirmedOnly }) => may(needs) && !(isForConfirmedOnly && state === 'candidate'),
  )
  const show = ({ says, load }: QuickForm) => {
    setHasFailed(false)
    load().then(
      (Form) => setOpen({ says, Form }),
      () => setHasFailed(true),
    )
  }
  const box = useRef<HTMLDivElement>(null)
  // Whoever opened a form writes at once, and comes back to where they opened it.
  const opener = useRef<HTMLElement | null>(null)
  useEffect(() => {
    onToggle?.(open !== undefined)
    if (open) return box.current?.querySelector<HTMLElement>(FIELD)?.focus()
    opener.current?.focus()
    opener.current = null
  }, [open])
  useEffect(() => {
    const begun = forms.find(({ says }) => says === opens)
    if (begun) show(begun)
  }, [])
  if (forms.length === 0) return null
  return (
    <div class="app-quick-forms" ref={box}>
      {hasFailed && (
        <p class="govuk-error-message" role="alert">
          That form could not be loaded. Try again; the service may have been updated.
        </p>
      )}
      <div class="govuk-button-group" role="group" aria-label={`Begin something at ${hotspot.name}`}>
        {forms.map((form) => (
          <button
            type="button"
            key={form.says}
            class="govuk-button govuk-button--secondary"
            aria-expanded={open?.says === form.says}
            onClick={(event) => {
              opener.current = event.currentTarget
              if (open?.says === form.says) setOpen(undefined)
              else show(form)
            }}
          >
            {form.says}
          </button>
        ))}
      </div>
      {open && (
        <open.Form
          key={open.says}
          hotspot={hotspot}
          meetingId={meetingId}
          onCancel={() => setOpen(undefined)}
          onDone={(sentence) => {
            setOpen(undefined)
            onDone(sentence)
          }}
        />
      )}
    </div>
  )
}

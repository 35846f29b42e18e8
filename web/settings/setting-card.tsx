import { useState } from 'preact/hooks'
import type { Setting } from '../../server/settings/schema.ts'
import { momentWords } from '../dates.ts'
import { LinkButton } from '../form/fields.tsx'
import { may } from '../state/session.ts'
import { History } from './history.tsx'
import { Proposal } from './proposal.tsx'
import { Propose } from './propose.tsx'
import { unitWords, valueWords } from './value-words.ts'

interface SettingCardProps {
  setting: Setting
  onDone: (words: string) => void
}

/** One setting: its value, where it comes from, what is proposed instead, and what it was. */
export const SettingCard = ({ setting, onDone }: SettingCardProps) => {
  const { name, value, unit, says, changedBy, changedAt, proposal } = setting
  const [shown, setShown] = useState<'history' | 'propose'>()
  return (
    <div class="app-setting" id={`setting-${name}`}>
      <div class="app-setting__top">
        <p class="app-setting__says">{says}</p>
        <p class="app-setting__value">
          {valueWords(value, unit)} <span class="app-setting__unit">{unitWords(unit)}</span>
        </p>
      </div>
      <p class="app-setting__from">
        {changedBy && changedAt
          ? `Changed by ${changedBy}, ${momentWords(changedAt)}. The default is ${valueWords(setting.default, unit)}.`
          : 'The default; it was never changed.'}{' '}
        {changedAt && (
          <LinkButton
            aria-expanded={shown === 'history'}
            onClick={() => setShown(shown === 'history' ? undefined : 'history')}
          >
            {shown === 'history' ? 'Hide its history' : 'Its history'}
            <span class="govuk-visually-hidden">: {says}</span>
          </LinkButton>
        )}{' '}
        {may('policy:create') && !proposal && shown !== 'propose' && (
          <LinkButton onClick={() => setShown('propose')}>
            Propose a change<span class="govuk-visually-hidden">: {says}</span>
          </LinkButton>
        )}
      </p>
      {proposal && <Proposal setting={setting} proposal={proposal} onDone={onDone} />}
      {shown === 'history' && <History name={name} unit={unit} />}
      {shown === 'propose' && !proposal && (
        <Propose setting={setting} onDone={onDone} onCancel={() => setShown(undefined)} />
      )}
    </div>
  )
}

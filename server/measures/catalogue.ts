import type { CatalogueMeasure } from './schema.ts'

type Row = Omit<CatalogueMeasure, 'code' | 'authorisedBy' | 'isToBeConfirmed' | 'note'> &
  Partial<Pick<CatalogueMeasure, 'authorisedBy' | 'isToBeConfirmed' | 'note'>>

const ASB = 'Anti-social Behaviour, Crime and Policing Act 2014'
const POLICE = 'Police'
const COUNCIL = 'Local authority'
const HOUSING = 'Registered social landlord'

/**
 * Every row of domain.md 2.3. What is marked K there (“general knowledge, to be confirmed”) is to be confirmed with the partnership's
 * lawyers before anybody relies on it; so is what a note says is. A law in the catalogue is a pointer, not advice.
 */
const ROWS: Record<string, Row> = {
  closure_notice: {
    name: 'Closure notice',
    law: `${ASB}, sections 76 to 79`,
    leadAgencies: [POLICE, COUNCIL],
    target: 'place',
    authorisedBy: 'Inspector or local authority (24 hours); superintendent or chief executive’s designate (48 hours)',
    note: 'It cannot exclude the owner or those who usually live there.',
  },
  closure_order: {
    name: 'Closure order',
    law: `${ASB}, section 80`,
    leadAgencies: [POLICE, COUNCIL],
    target: 'place',
    authorisedBy: 'Court, on application',
    note: 'How long it lasts (three months, and three more) is to be confirmed.',
    isToBeConfirmed: true,
  },
  sexual_offences_closure_notice: {
    name: 'Closure notice for sexual offences',
    law: 'Sexual Offences Act 2003, Part 2A as amended',
    leadAgencies: [POLICE],
    target: 'place',
    authorisedBy: 'Superintendent',
    note: 'For premises used for child sex offences; the local authority is consulted. The rank is to be confirmed.',
    isToBeConfirmed: true,
  },
  public_spaces_protection_order: {
    name: 'Public spaces protection order',
    law: `${ASB}, section 59`,
    leadAgencies: [COUNCIL],
    target: 'place',
    authorisedBy: 'Local authority',
    note: 'Its details are to be confirmed. One is in force in Normanton.',
    isToBeConfirmed: true,
  },
  dispersal: {
    name: 'Dispersal authorisation and direction',
    law: `${ASB}, sections 34 and 35`,
    leadAgencies: [POLICE],
    target: 'both',
    authorisedBy: 'Inspector or above',
    note: 'Up to 48 hours. Someone under 16 can be taken home or to a place of safety. In a plan: the authorisation of the place alone.',
  },
  community_protection_premises: {
    name: 'Community protection warning, then notice, on premises or a body',
    law: `${ASB}, section 43`,
    leadAgencies: [COUNCIL, POLICE, HOUSING],
    target: 'place',
    note: 'The conduct is persistent and unreasonable; a written warning comes first.',
  },
  hotel_information_notice: {
    name: 'Hotel guest-information notice',
    law: `${ASB}, section 116`,
    leadAgencies: [POLICE],
    target: 'place',
    authorisedBy: 'Inspector or above',
    note: 'Up to six months.',
  },
  licensing_review: {
    name: 'Licensing review or conditions',
    law: 'Licensing Act 2003',
    leadAgencies: ['Licensing authority', POLICE],
    target: 'place',
    authorisedBy: 'Licensing authority',
    note: 'Under the objective of protecting children from harm.',
  },
  environmental_health: {
    name: 'Environmental health action',
    law: 'Various',
    leadAgencies: [COUNCIL],
    target: 'place',
    isToBeConfirmed: true,
  },
  trading_standards: {
    name: 'Trading standards: sales to under-age customers',
    law: 'Various',
    leadAgencies: [COUNCIL],
    target: 'place',
    isToBeConfirmed: true,
  },
  fire_safety: {
    name: 'Fire safety enforcement',
    law: 'Various',
    leadAgencies: ['Fire and rescue service'],
    target: 'place',
    isToBeConfirmed: true,
  },
  planning_enforcement: {
    name: 'Planning enforcement',
    law: 'Various',
    leadAgencies: [COUNCIL],
    target: 'place',
    isToBeConfirmed: true,
  },
  cctv: { name: 'CCTV', law: '', leadAgencies: [COUNCIL, 'Owner or operator'], target: 'place' },
  lighting: { name: 'Lighting', law: '', leadAgencies: [COUNCIL, 'Owner or operator'], target: 'place' },
  sightlines: {
    name: 'Sightlines and planting',
    law: '',
    leadAgencies: [COUNCIL, 'Owner or operator'],
    target: 'place',
  },
  wardens: {
    name: 'Wardens or business-district rangers',
    law: '',
    leadAgencies: [COUNCIL, 'Business improvement district'],
    target: 'place',
  },
  transport_staff: {
    name: 'Briefing of transport staff',
    law: '',
    leadAgencies: ['Transport operator', COUNCIL],
    target: 'place',
  },
  safe_space: {
    name: 'A safe space nearby',
    law: '',
    leadAgencies: [COUNCIL, 'Owner or operator', 'Youth Alliance'],
    target: 'place',
  },
  youth_work: {
    name: 'Detached or outreach youth work',
    law: '',
    leadAgencies: ['Youth Alliance'],
    target: 'place',
    note: 'A voluntary relationship with young people, not enforcement. Ask for it with a referral.',
  },
  tenancy_action: {
    name: 'Tenancy action or possession for anti-social behaviour',
    law: `${ASB}, Part 5`,
    leadAgencies: [COUNCIL, HOUSING],
    target: 'place',
    authorisedBy: 'Court, on application',
    note: 'A private place: never write an address here.',
  },
  community_protection_person: {
    name: 'Community protection warning, then notice, on a person',
    law: `${ASB}, section 43`,
    leadAgencies: [COUNCIL, POLICE, HOUSING],
    target: 'person',
    note: 'A person of 16 or over.',
  },
  taxi_licensing: {
    name: 'Taxi or private hire licensing action',
    law: 'Local Government (Miscellaneous Provisions) Act 1976',
    leadAgencies: [COUNCIL],
    target: 'person',
    isToBeConfirmed: true,
  },
  civil_injunction: {
    name: 'Civil injunction',
    law: `${ASB}, Part 1`,
    leadAgencies: [COUNCIL, POLICE, HOUSING],
    target: 'person',
  },
  criminal_behaviour_order: {
    name: 'Criminal behaviour order',
    law: `${ASB}, Part 2`,
    leadAgencies: ['Crown Prosecution Service'],
    target: 'person',
  },
  child_abduction_warning_notice: {
    name: 'Child abduction warning notice',
    law: 'No statutory basis of its own (Child Abduction Act 1984; Children Act 1989, section 49)',
    leadAgencies: [POLICE],
    target: 'person',
  },
  recovery_order: {
    name: 'Recovery order',
    law: 'Children Act 1989, section 50',
    leadAgencies: [COUNCIL, POLICE],
    target: 'person',
    isToBeConfirmed: true,
  },
  police_protection: {
    name: 'Police protection',
    law: 'Children Act 1989, section 46',
    leadAgencies: [POLICE],
    target: 'person',
    isToBeConfirmed: true,
  },
  sexual_risk_order: {
    name: 'Sexual risk order or sexual harm prevention order',
    law: 'Sexual Offences Act 2003',
    leadAgencies: [POLICE],
    target: 'person',
  },
  slavery_trafficking_order: {
    name: 'Slavery and trafficking risk or prevention order',
    law: 'Modern Slavery Act 2015',
    leadAgencies: [POLICE, 'National Crime Agency', 'Gangmasters and Labour Abuse Authority'],
    target: 'person',
    isToBeConfirmed: true,
  },
  national_referral_mechanism: {
    name: 'National Referral Mechanism referral',
    law: 'Various',
    leadAgencies: ['First responder', POLICE],
    target: 'person',
    isToBeConfirmed: true,
  },
  drug_dealing_telecoms_order: {
    name: 'Drug dealing telecommunications restriction order',
    law: 'Various',
    leadAgencies: [POLICE],
    target: 'person',
    isToBeConfirmed: true,
  },
  knife_crime_prevention_order: {
    name: 'Knife crime prevention order',
    law: 'Various',
    leadAgencies: [POLICE],
    target: 'person',
    isToBeConfirmed: true,
  },
  domestic_violence_protection_notice: {
    name: 'Domestic violence protection notice',
    law: 'Various',
    leadAgencies: [POLICE],
    target: 'person',
    isToBeConfirmed: true,
  },
}

/** The catalogue in its order: places first. */
export const CATALOGUE: readonly CatalogueMeasure[] = Object.entries(ROWS).map(([code, row]) => ({
  code,
  authorisedBy: null,
  isToBeConfirmed: false,
  note: null,
  ...row,
}))

const byCode = new Map(CATALOGUE.map((measure) => [measure.code, measure]))

/** A measure of the catalogue, or undefined: there is none of that code. */
export const measureOf = (code: string): CatalogueMeasure | undefined => byCode.get(code)

/** Whether it can be planned here: it is about a place, alone or with those who are there. */
export const isOfPlace = ({ target }: CatalogueMeasure): boolean => target !== 'person'

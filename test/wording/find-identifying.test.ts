import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdentifying } from '../../server/wording/find-identifying.ts'
import type { IdentifyingKind } from '../../server/wording/kinds.ts'

const PLACES = ['Markeaton Park', 'Derbion', 'Kingsway', 'St Benedict’s Bus Park', 'Osmaston Triangle']
const phrases = (text: string) => findIdentifying(text, PLACES).map(({ kind, phrase }) => `${kind}: ${phrase}`)

describe('what tells who somebody is, is found', () => {
  test.each<[text: string, ...found: string[]]>([
    ['Jayden is often there.', 'name: Jayden'],
    ['saw jayden and AALIYAH by the gate', 'name: jayden', 'name: AALIYAH'],
    ['Jayden’s friends meet here.', 'name: Jayden’s'],
    ['With Mia Smith and Kacper Nowak.', 'name: Mia Smith', 'name: Kacper Nowak'],
    ['Somebody called Tiny sells there.', 'name: called Tiny'],
    ['Ask Mr Khan or PC Brown.', 'name: Mr Khan', 'name: PC Brown'],
    ['Will Carter came; J.S. too, and J Patel.', 'name: Will Carter', 'initials: J.S.', 'initials: J Patel'],
    [
      'Ring 07700 900123, +44 1332 290606 or (01332) 290606.',
      'phone: 07700 900123',
      'phone: +44 1332 290606',
      'phone: (01332) 290606',
    ],
    ['Write to someone.else@example.org.', 'email: someone.else@example.org'],
    ['They live near DE1 2PL.', 'postcode: DE1 2PL'],
    ['At 12 Osmaston Road and 7a Park Grove.', 'address: 12 Osmaston Road', 'address: 7a Park Grove'],
    ['A grey car, AB12 CDE, then A123 BCD.', 'registration: AB12 CDE', 'registration: A123 BCD'],
    [
      'YP-0012 was there, case 1234567, and DEMO-C-0005.',
      'reference: YP-0012',
      'number: 1234567',
      'number: DEMO-C-0005',
    ],
    ['DOB 12/03/2008', 'birth: DOB 12/03/2008'],
    ['Born on 3 May 2008', 'birth: Born on 3 May 2008'],
    ['yp 0012 and YP/0013', 'reference: yp 0012', 'reference: YP/0013'],
    ['JAYDEN SMITH; KM (15); Miss K', 'name: JAYDEN SMITH', 'initials: KM', 'name: Miss K'],
    ['ms khan, nicknamed bugsy, @jaydz_09', 'name: ms khan', 'name: nicknamed bugsy', 'name: @jaydz_09'],
    ['Tom Hall and Mia Lane met.', 'name: Tom Hall', 'name: Mia Lane'],
    ['Walk Charlotte Street and Grace Road.', 'street: Charlotte Street', 'street: Grace Road'],
    ['P123 ABC, ABC 123D, fx19klm', 'registration: P123 ABC', 'registration: ABC 123D', 'registration: fx19klm'],
    [
      'YP–0294, YP\u20110294, YP - 0294, YP — 0294, ref YP_0294, YP−0294',
      'reference: YP–0294',
      'reference: YP\u20110294',
      'reference: YP - 0294',
      'reference: YP — 0294',
      'reference: YP_0294',
      'reference: YP−0294',
    ],
    [
      'Kayleigh-Mae, ellie-mae, Shaylin-Rae and Grace-May; Lily-May Carter.',
      'name: Kayleigh-Mae',
      'name: ellie-mae',
      'name: Shaylin-Rae',
      'name: Grace-May',
      'name: Lily-May Carter',
    ],
    [
      'Jay\u00ADden, Kac\u200Bper, Mia\u200BSmith, Mia\u00A0Smith, YP-02\u200D94',
      'name: Jay\u00ADden',
      'name: Kac\u200Bper',
      'name: Mia\u200BSmith',
      'name: Mia\u00A0Smith',
      'reference: YP-02\u200D94',
    ],
    [
      'Young person KT, child KTM, girl K.T. and the lad (JB).',
      'initials: KT',
      'initials: KTM',
      'initials: K.T.',
      'initials: JB',
    ],
    ['In Flat 3, 12 Acacia or flat 7b.', 'address: Flat 3, 12 Acacia', 'address: flat 7b'],
    ['PC 4521 Brown; Smithson, D. and Smithson, D', 'name: PC 4521 Brown', 'name: Smithson, D.', 'name: Smithson, D'],
    ['0770 0900 123, 01332-29-06-06', 'phone: 0770 0900 123', 'phone: 01332-29-06-06'],
  ])('%s', (text, ...found) => {
    expect(phrases(text)).toEqual(found)
  })
})

test.each([
  'agnieszka krzysztof zuzanna wojciech',
  'harjit anjali nasreen zubair sukhvinder mohammed',
  'delroy keisha tyrell jermaine shanice',
  'kwame emeka tinashe abdirahman temitope',
  'siobhan ciaran ionut florin mihai',
])('first names that are common here are found however they are written: %s', (names) => {
  for (const name of names.split(' ')) {
    const capital = name[0]!.toUpperCase() + name.slice(1)
    for (const written of [name, capital, name.toUpperCase()])
      expect(phrases(`the lad ${written} sat there`)).toEqual([`name: ${written}`])
  }
})

describe('what is said of places, times, bodies and powers is left alone', () => {
  test.each([
    'Young people meet at Markeaton Park on Friday and Saturday evenings, 18:00 to 22:00.',
    'Ask the Safer Neighbourhood Team and the Youth Alliance to visit three times a week until 4 August 2023.',
    'Public Spaces Protection Order considered; CCTV and lighting by Derby City Council.',
    'Will ask Derbion’s security. May visit in June. The A52 and the A38 are near.',
    'St Benedict’s Bus Park is dark: 3 lamps of 12 are out.',
    'Reviewed on 2023-07-11 at 09:00; next on 11/08/2023.',
    'Part A: 14 places. See 4.3 and 6.1 of the report, 684 episodes of 89 children.',
    'Walk London Road and Friar Gate between 20:00 and 23:00; the loading bay is dark.',
    'Police Sergeant to brief the late shift. The Neighbourhood Inspector agrees, and so does the Licensing Committee.',
    'Ask the Head Teacher of Saint Benedict Academy and the manager of Duckworth Square.',
    'Ms Teams meeting. The call for lights was known as a quick win, called off in mid-2023 for want of £250000.',
    'Ask Severn Trent Water, Trent Barton and the National Crime Agency. CLOSING TIME AT THE MARKET HALL.',
    'Child CSE and person CP plans; the child AND the male UK line.',
    'YP - 120 of 200 came. It is flat 3 minutes from here, in Part B, C and D; a drop-in, a mid-June walk-about.',
    'Derby City Council, Derbyshire Constabulary, Police, Local authority, Gangmasters and Labour Abuse Authority',
    'Derbyshire Fire and Rescue Service, Business improvement district, Licensing authority, East Midlands Ambulance Service',
    'Mark the place on the map. Grant access. The gene pool. A ray of light, an art project.',
  ])('%s', (text) => {
    expect(phrases(text)).toEqual([])
  })
})

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`))
const letters = (count: number) => fc.stringMatching(new RegExp(`^[A-HJ-NPR-TV-Y]{${count}}$`))

const TELLING: [IdentifyingKind, fc.Arbitrary<string>][] = [
  [
    'phone',
    fc.tuple(digits(4), fc.constantFrom('', ' ', '-'), digits(6)).map(([a, gap, b]) => `07${a.slice(1)}${gap}${b}`),
  ],
  [
    'postcode',
    fc
      .tuple(letters(2), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .map(([a, b, c]) => `${a}${b} ${c}AB`),
  ],
  ['registration', fc.tuple(letters(2), digits(2), letters(3)).map(([a, b, c]) => `${a}${b} ${c}`)],
  ['reference', digits(4).map((number) => `YP-${number}`)],
]
const around = fc.array(
  fc.constantFrom('They were at', 'the park,', 'late.', '(near', 'it)', 'Then:', '“and', 'so on”'),
  { maxLength: 6 },
)

test.each(TELLING)('a %s is found wherever it stands', (kind, telling) => {
  fc.assert(
    fc.property(around, telling, around, (before, phrase, after) => {
      const found = findIdentifying([...before, phrase, ...after].join(' '))
      expect(found.some((one) => one.kind === kind && one.phrase.includes(phrase))).toBe(true)
    }),
  )
})

test('every phrase stands in the text where it says, and no two overlap', () => {
  const anything = fc.array(
    fc.oneof(
      fc.string(),
      around.map((words) => words.join(' ')),
      ...TELLING.map(([, telling]) => telling),
    ),
  )
  fc.assert(
    fc.property(anything, (parts) => {
      const text = parts.join(' ')
      let end = 0
      for (const { phrase, at } of findIdentifying(text)) {
        const from = text.indexOf(phrase, at)
        expect(from - at).toBeLessThan(3)
        expect(from).toBeGreaterThanOrEqual(end)
        end = from + phrase.length
      }
    }),
  )
})

test('what is hidden in a word hides no name, and the phrase is as it was written', () => {
  const hidden = fc.constantFrom('\u00AD', '\u200B', '\u200D', '\u2060', '\uFEFF')
  fc.assert(
    fc.property(around, fc.integer({ min: 1, max: 5 }), hidden, around, (before, at, mark, after) => {
      const name = 'Jayden'.slice(0, at) + mark + 'Jayden'.slice(at)
      const text = [...before, name, ...after].join(' ')
      expect(findIdentifying(text).some((one) => one.phrase === name && one.at === text.indexOf(name))).toBe(true)
    }),
  )
})

test('names of places alone tell of nobody, in whatever case', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PLACES), { minLength: 1 }), fc.boolean(), (names, isLoud) => {
      const text = names.join(', ')
      expect(findIdentifying(isLoud ? text.toUpperCase() : text, PLACES)).toEqual([])
    }),
  )
})

test('a hundred thousand characters that are made to be slow to read are read in no time', () => {
  for (const part of [
    'A',
    '0 ',
    '1 Aa ',
    'a@',
    'a.',
    'called ',
    'AB12-',
    '+44',
    'Mr ',
    'Jayden Smith ',
    '07700 900123 ',
    'A.B ',
    '12 Park ',
    'YP ',
    'YP_ ',
    'Flat 1, ',
    'girl KT ',
    'Aaa, D',
    'Kay-Mae-',
    'J\u00AD\u200B ',
  ]) {
    const from = performance.now()
    findIdentifying(part.repeat(100_000 / part.length), PLACES)
    // A tenth of a second here; what is not linear takes minutes.
    expect(performance.now() - from, part).toBeLessThan(5000)
  }
})

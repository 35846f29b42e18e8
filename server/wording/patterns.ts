import type { IdentifyingKind } from './kinds.ts'

/** What houses’ numbers stand before. */
const ROADS =
  'road|rd|street|st|lane|ln|avenue|ave|drive|dr|close|crescent|court|ct|way|place|grove|gardens|terrace|walk|mews|hill|square|row|rise|view|green'

const NAME = String.raw`[\p{L}'’-]{1,30}`

/** In the order in which they are looked for: what one of them took is no longer there for the next. All are linear in the text's length. */
export const PATTERNS: readonly [IdentifyingKind, RegExp][] = [
  // With whatever dash, and blanks round it: then of four figures, for “YP - 120 of 200” is none.
  [
    'reference',
    /(?<![\p{L}\d])YP(?:[\p{Pd}\u2212/_#]?\d{3,}|[\s_]{0,3}[\p{Pd}\u2212/_#]?[\s_]{0,3}\d{4,})(?![\p{L}\d])/giu,
  ],
  ['email', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/g],
  // A day is an ordinary thing to write; a day of birth is not.
  ['birth', /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[:\s]{1,3}\d{1,4}[/.\s-]\w{1,9}[/.\s-]\d{1,4}\b/gi],
  ['phone', /(?<![\d/.-])(?:(?:\+|00)44[\s-]?(?:\(0\)[\s-]?)?|\(?0)(?:[\s().-]{0,2}\d){9,10}(?!\d)/g],
  ['address', new RegExp(String.raw`\b\d{1,4}[a-z]?,? {1,2}(?:[\p{L}'’-]{2,30} ){1,3}(?:${ROADS})\b`, 'giu')],
  // “Flat 3, 12 Acacia”; a flat 3 minutes away is none.
  [
    'address',
    /\b(?:[Ff]lat|FLAT|[Aa]partment|[Aa]pt\.?) {1,2}\d{1,4}[A-Za-z]?(?![\w-])(?! ?(?:min|metre|m\b|km\b|mile|hour|day|week|%|per\b|of\b|bed))(?:,? {1,2}\d{1,4}[A-Za-z]?(?: {1,2}\p{Lu}[\p{L}'’-]{1,30}){1,2})?/gu,
  ],
  ['postcode', /\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? {0,2}\d[ABD-HJLNP-UW-Z]{2})\b/gi],
  // Since 2001; then with the year's letter first, and last: only in capitals, for roads are called A52 too.
  ['registration', /\b[A-Z]{2}\d{2}[\s-]?[A-Z]{3}\b/gi],
  ['registration', /\b(?:[A-HJ-NPR-TV-Y]\d{1,3}[\s-]?[A-Z]{3}|[A-Z]{3}[\s-]?\d{1,3}[A-HJ-NPR-TV-Y])\b/g],
  // “Mid-2023” is a year, “£250000” a sum.
  [
    'number',
    /\b(?:[A-Z]{1,8}[\p{Pd}_]){1,2}(?!(?:19|20)\d\d\b)\d{3,}\b|\b[A-Z]{1,4}\d{5,10}\b|(?<![£$€]|[£$€]\d{1,9})\b\d{6,12}\b/giu,
  ],
  [
    'name',
    new RegExp(
      String.raw`\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|PC|PCSO|DC|DS|DI|PS|Sgt|Insp)\.? {1,2}(?!Teams\b)\p{Lu}[\p{L}'’-]{0,30}`,
      'gu',
    ),
  ],
  // An officer with the number on the shoulder.
  ['name', /\b(?:PC|PCSO|DC|DS|DI|PS|Sgt|Insp)\.? {1,2}\d{2,5},? {1,2}\p{Lu}[\p{L}'’-]{1,30}/gu],
  ['name', new RegExp(String.raw`\b(?:mr|mrs|ms)\.? {1,2}(?!teams\b)${NAME}`, 'gu')],
  [
    'name',
    new RegExp(String.raw`\b(?:[Cc]alled|[Nn]amed|[Kk]nown as) {1,2}(?:["“'‘]${NAME}|\p{Lu}[\p{L}'’-]{0,30})`, 'gu'),
  ],
  ['name', new RegExp(String.raw`\b(?:[Nn]icknamed|aka|a\.k\.a\.)[ :]{1,2}["“'‘]?${NAME}`, 'gu')],
  // What somebody is called online.
  ['name', /(?<![\w.@/])@[\w.]{2,30}|\b(?:snap|snapchat|insta|instagram|tiktok) ?: ?@?[\w.]{3,30}/giu],
]

/** “J.S.”, “J Patel”, “KM (15)”. */
export const INITIALS =
  /(?<![\p{L}.])\p{Lu}\. ?\p{Lu}\.?(?![\p{L}])|(?<![\p{L}.])(?![AI] )\p{Lu}\.? \p{Lu}\p{Ll}{2,30}(?![\p{L}])|(?<![\p{L}\d])\p{Lu}{2,3}(?=,? \(?(?:aged? )?1\d\b\)?(?! ?(?:%|per|of)))/gu

/** “Young person KT”: what stands after who they are. Abbreviations have to be told from it. */
export const INITIALS_AFTER_PERSON =
  /(?<=(?<![\p{L}\d])(?:[Pp]erson|[Cc]hild|[Gg]irl|[Bb]oy|[Ll]ad|[Mm]ale|[Ff]emale)(?:['’]s)?[,:]? {1,2}[("“'‘]?)\p{Lu}{2,3}(?![\p{L}\d&/-])/gu

/** “Smith, D.”, where nothing but the end of a phrase follows. */
export const NAME_AND_INITIAL = /(?<![\p{L}\d'’-])\p{Lu}\p{Ll}{2,30}, [B-HJ-Z](?:\.|(?=[),;:]|\s*$|\n| \())/gu

/** A name of up to three words and what it is. */
const namedThing = (things: string) =>
  new RegExp(String.raw`(?<![\p{L}\d])(?:\p{Lu}[\p{L}'’.-]{1,30} ){1,3}(?:${things})(?![\p{L}])`, 'gu')

/** Somebody may live in it. */
export const STREET = namedThing(
  'Road|Rd|Street|Avenue|Ave|Drive|Close|Crescent|Lane|Terrace|Grove|Mews|Rise|Row|Court|Gate|Way|Walk',
)

/** Nobody lives in it, or many do. */
export const PUBLIC_PLACE = namedThing(
  'Park|Gardens|Square|Market|Station|Centre|Wharf|Academy|School|College|Library|Museum|Hospital|Stadium|Hotel|Inn|Pub|Club|Theatre|Cinema|Arcade|Bridge|Canal|Mill|Hall|Church|Cathedral|Mosque|Gurdwara|Temple|Estate|Quarter|Precinct|Playground|Field|Fields|Underpass|Roundabout|Path|Island|Green|Place|House',
)

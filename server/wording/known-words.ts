/** What is written with capitals in this work and is nobody's name. */
const TERMS = `
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
January February March April May June July August September October November December
Christmas Easter Halloween Ramadan Eid Diwali Bonfire Night New Year Bank Holiday Half Term
Safer Neighbourhood Team|Safer Neighbourhood|Neighbourhood Policing Team|Police Community Support Officer|Community Safety Partnership
Community Safety|Youth Alliance|Derby Youth Alliance|Community Action Derby|Children First Derby|Derby County Community Trust|Derby County
Sporting Communities|Safe and Sound|Derby Theatre|Derby City Council|City Council|County Council|Derbyshire Constabulary|Derbyshire
British Transport Police|Network Rail|East Midlands Railway|East Midlands|Derby Homes|Public Protection Officer|Public Protection
Early Help|Social Care|Children in Care|Child Exploitation|Child Sexual Exploitation|Child Criminal Exploitation|County Lines
Public Spaces Protection Order|Protection Order|Closure Notice|Closure Order|Community Protection Notice|Community Protection Warning
Child Abduction Warning Notice|Abduction Warning Notice|Dispersal Order|Criminal Behaviour Order|Licensing Act|Children Act
Anti-social Behaviour, Crime and Policing Act|Sexual Offences Act|Miscellaneous Provisions|Child Abduction Act|Modern Slavery Act|Modern Slavery
Home Office|Crown Prosecution Service|Youth Justice|Youth Offending Team|Fire and Rescue|Trading Standards|Environmental Health
Missing People|National Referral Mechanism|Contextual Safeguarding|Operation|Part A|Part B|River Derwent|Derwent|City Centre|Town Centre
Shopping Centre|Bus Station|Bus Park|Railway Station|Train Station|Retail Park|Car Park|Leisure Centre|Community Centre|Youth Club
Gangmasters and Labour Abuse Authority|Derbyshire Fire and Rescue Service|Derbyshire Fire|East Midlands Ambulance Service|National Health Service
Fire Station|Police Station|Fast Food|Vaping Shop|Wi-Fi|Philomena|McDonald's|McDonalds|Greggs|Tesco|Primark|Boots|Costa|Starbucks
London Road|Burton Road|Osmaston Road|Normanton Road|Uttoxeter Road|Kedleston Road|Nottingham Road|Duffield Road|Mansfield Road|Ashbourne Road
Stenson Road|Pear Tree Road|High Street|St Peters Street|St Peter's Street|Friar Gate|Sadler Gate|Iron Gate|Corn Market|Market Place|Albert Street
Victoria Street|Exchange Street|Morledge|Cathedral Quarter|Pride Park|Silk Mill|Market Hall|Council House|Severn Trent Water|Severn Trent|Trent Barton
Arriva|Missing Person Co-ordinator|National Crime Agency|Street Pastors|British Red Cross|Home Bargains|Environmental Visual Audit
Derby|Nottingham|Leicester|Burton|Chesterfield|Birmingham|Manchester|England|Britain|United Kingdom|UK|Polish|Romanian|Urdu|Punjabi|English
`
  .trim()
  .split(/\n/)
  .flatMap((line) => (line.includes('|') ? line.split('|') : line.split(' ')))
  .filter((term) => term !== '')

/**
 * Sets aside, in blanks of the same length, what is known to be nobody's name. Of two that overlap, the longer.
 * @param names of places, roads and bodies, whatever their case
 */
export const keepOut = (text: string, names: Iterable<string>): string => {
  const known = new Map<string, string[]>()
  for (const name of [...TERMS, ...names]) {
    const words = wordsOf(name).map(({ word }) => word)
    if (words.length === 0) continue
    known.set(
      words[0]!,
      [...(known.get(words[0]!) ?? []), words.join(' ')].toSorted((a, b) => b.length - a.length),
    )
  }

  const words = wordsOf(text)
  const units = text.split('')
  for (let i = 0; i < words.length; i++) {
    const name = known.get(words[i]!.word)?.find((one) => isAt(words, i, one.split(' ')))
    if (name === undefined) continue
    const last = words[i + name.split(' ').length - 1]!
    for (let at = words[i]!.from; at < last.to; at++) units[at] = '\n'
    i += name.split(' ').length - 1
  }
  return units.join('')
}

const isAt = (words: readonly { word: string }[], from: number, name: readonly string[]) =>
  name.every((word, i) => words[from + i]?.word === word)

const wordsOf = (text: string) =>
  [...text.matchAll(/[\p{L}\d][\p{L}\d'’-]*/gu)].map((match) => ({
    word: match[0].toLowerCase().replace(/’/g, "'").replace(/'s$/, ''),
    from: match.index,
    to: match.index + match[0].length,
  }))

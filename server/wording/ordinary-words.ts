/** Words that begin sentences, name offices or stand in titles, and are no part of anybody's name. */
const ORDINARY = new Set(
  `
a about after again all also an and another any are around as at away back be because been before behind below beside between both but by can could
do does done down during each either else every few first for from fully further had has have her here his how if in inside into is it its just last
late later least less like many may mid might more most much near nearly never new next no nobody none nor not nothing now of off often old on once
one only open or other our out outside over own past per please plus rather same seen several should since six so some soon still such than that the
their them then there these they this those three through till to today tomorrow too two under until up upon us very via was we week were what when
where which while who whole whose why will with within without would yes yet you your

add agree agreed agrees allow apply arrange ask asked asks attend attended avoid begin book brief briefed bring build call calls carry challenge change
clear close closed collect come complete confirm consider contact continue count cover create cut deliver describe design display draft drive enter
escalate explain explore extend fill find finish fit fix follow found get give given go going help helped hold identify improve include increase inform
inspect install installed introduce invite invited join keep kept lead leave let light lit lock look made mail maintain make map meet meeting
meetings mend monitor move moved need needs note noted offer offered open order organise paint patrol patrols pay place plan plans police post prepare
present propose proposed provide publish put raise read record reduce refer referral referred remind remove repair repeat replace report reported
request review reviewed ring run secure see seek send sent serve set share show sign signs speak spoke start started stay stop support survey take
taken talk talked tell test told train trial trim try turn update use visit visited visits wait walk want warn watch work works write wrote

academy administrator adviser agency agent agreement alliance alley ambulance analyst annual appeal arcade assessment association audit authority
bank bar bay bench bid board body bridge brigade budget building bus business cabinet cafe camera cameras campaign car care carer carers case catering
cctv central centre chair charity chief child children church cinema civil clerk clinic club code college commissioner committee community company
constable constabulary contractor coordinator corporate council councillor county court crime criminal crown data deputy detached director disposal
district doctor door duty early east economy education emergency enforcement engagement engineer entrance environment environmental equipment estate
estates evening event exit exploitation family field fire floor football force forum foster fund gang gate gateway general government governor group
groups guard guardian guardians guards guidance hall head headteacher health help high highways holiday home homes hospital hostel hotel house housing
hub injunction inn inspector intelligence interview job justice landlord lawyer legal leisure level library licence licensing limited lines loading
local lodge ltd lower magistrates main major management manager market mayor media mediation medical mental middle minister mobile music national
neighbourhood network night north notice nurse office officer officers operation order outreach owner owners panel parent parents park parking partner
partners partnership path permit pharmacy phase planning platform playground pm policy port power practice premises prevention primary prime prison
private problem profile programme project property prosecution protection protocol public pub railway ranger rangers record regeneration region
regional register registrar rehabilitation rescue residents response restaurant retail return road roads room route royal rural safeguarding safer
safety school schools scheme secondary secretary section security senior sergeant service services shelter shift shop shopping shops site skate
social society solicitor south spaces special sport sports square staff stage stand standards state station statutory steward stewards store strategic
strategy street streets student students subway superintendent supermarket supervisor surgery swimming table takeaway target tasking taxi teacher team
teams technical terminal theatre toilets tower town trade trading traffic transport treasury trust twilight underpass unit united university upper urban
vehicle victim victims violence visual volunteer volunteers walkway ward warden wardens warning waste water way welfare west wholesale wing women
worker workers year young youth zone

arriving autumn bright busy dark daily dry dusty empty evenings external friendly full gated green grey internal large lively low narrow quiet red
short small spring summer tall unlit visible warm weekend weekends wet white wide winter

five seven eight nine ten monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december
  `
    .trim()
    .split(/\s+/),
)

/** Whether a word tells nobody's name, whatever its case. */
export const isOrdinary = (word: string): boolean => ORDINARY.has(word.toLowerCase().replace(/['’]s$/, ''))

/** What is written in two or three capitals after “child” or “person” and is nobody's initials. */
const ABBREVIATIONS = new Set(
  `
AE AM AP ASB ASD BME BTP CA CAT CCE CE CIC CIN CLA CP CPN CPO CPP CPS CSA CSE CSP CYP DA DC DCC DI DOB DS DSL DV EAL ED EH EHA EHE EIT ESL ETE EU EVA
FGM GP HBV HM HMO ICT ID II III IRO IT IV LA LAC LGB MDT MET MFH MP NEE NFA NHS NI NRM OCG OK OR PC PCC PE PEP PM PPE PRU PS RE RHI RI RP RSL RTI SC
SEN SI SIM SNT SW SWP TV UK US USA VA VR VRU YA YJ YJS YOI YOS YOT YP YPS YW
  `
    .trim()
    .split(/\s+/),
)
export const isAbbreviation = (word: string): boolean => ABBREVIATIONS.has(word)

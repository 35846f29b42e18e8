/**
 * First names that are common in England and are no ordinary words: whoever types one, with or without a capital, has most likely
 * written of a person. From what the ONS publishes of baby names (2005 to 2015, England and Wales) and their usual spellings and short
 * forms: a net with holes, no list of who lives here.
 */
export const FIRST_NAMES = words(`
aaliyah aaron abbie abdul abdullah abigail adam adil adrian ahmad ahmed aidan aimee aisha alana albert aleksandra alex alexander
alexandra alexis alfie ali alice alicia alina alisha aliyah allan amelia amelie amina amir amira amy ana andre andrea andrew
andrzej angel angela aniela anisa anna annabel anthony antonia anya archie arjun arthur asad asha ashleigh ashton asif ava ayaan ayesha
barbara bartosz beatrice benjamin bethany bilal billy bogdan bradley brandon brian brooke bryony caitlin callum cameron carl carla carlos
caroline carolyn casey catherine charlie charlotte chelsea chloe christian christopher claire clara connor courtney craig
damian daniel danielle danny dariusz darren david dawid declan demi denisa deniz dhruv diana dilan dominic dominik donna dylan edward
ehsan eilidh elaine eleanor elena elijah elizabeth ella ellie elliot elliott emilia emily emma emmanuel eric erin ethan eva evan evelyn evie
fahad faisal farah farhan fatima fatma felix fiona florence francesca freddie frederick freya gabriel gabriela gareth gary gavin george georgia
georgina gethin gloria gurpreet hafsa hamza hana hanna hannah haris harleen harley harpreet harriet harris harrison harry harvey hassan
hayden heather heidi helen henry hollie hussain ian ibrahim idris imogen imran ioana isaac isabel isabella isabelle isla
ismail ivan jack jacob jacqueline jade jaden jagdeep jake jakub james jamie jamil jan jane janet jasmin jasmine jason jaspreet jay jayden
jaydon jayne jayson jean jenna jennifer jenson jermaine jeremy jessica joanna joanne joel joan joe john johnny jonathan jordan joseph josh
joshua josie jude julia julian julie junaid justin kacper kai kaitlyn kamal kamil karen karolina kasia kate katherine kathleen kathryn katie
katy kayden kayla kayleigh keeley keira kelly kelsey kenneth kenzie kerry kevin khadija khalid kian kiera kieran kimberley kirsty krishna
krystian kyle kyra lara lauren laura lauryn layla leah leanne leila lena leo leon leona levi lewis lexi liam libby lilia lilly lily linda lindsey
lisa logan lola lorraine louie louis louisa louise luca lucas lucy luis luke lukasz lydia lynn lynne macey maciej maddison madison
mahmood maisie malachi malik mandeep manpreet marcel marcin margaret maria mariam marie marta martha martin martyn maryam maryia mason mateusz
matilda matthew max maya megan mehmet melissa mia michael michaela michal michelle mikey mikolaj milan millie milo mohamed mohammad
mohammed molly mollie monika morgan muhammad mustafa mya nabil nadia nadine naomi natalia natalie natasha nathan nathaniel navdeep neil
nicholas nicola nicole niamh nikita nikola noah noor nora oliver olivia olly omar oscar osman owen paige pamela patricia patrick patryk paul
paula pauline pavel pawel peter philip phillip phoebe piotr poppy pooja priya rachael rachel rafal rahim raja rajesh ramandeep
rashid raymond rayyan rebecca reece rehan reuben rhiannon rhys riley richard ricardo rikki riya robbie robert robyn roman ronan ronnie rory rosie
ross roxanne russell ryan saad sabrina safa sahil saima sakina salma sam samantha samir samira samuel sana sandra sandeep sanjay sara
sarah scarlett scott sean sebastian selena selin shabana shahid shane shannon sharon shaun shauna shayla sheila shelby shreya sian simon
simran sofia sophia sophie stacey stanislaw stanley stefan stella stephanie stephen steven stuart sukhdeep sumaya susan suzanne szymon tahir talia
tamara tania tanisha tara tariq taylor teresa thea theo theodore theresa thomas tia tilly timothy tobias toby todd tomas tomasz
tommy tracey travis trevor tristan tyler tyrese tyrone umar usman vanessa vicky victoria vikram viktor vincent vivek wayne wiktoria
yasmin yasmine yousef yusuf yuvraj zac zach zachary zahra zain zainab zak zakaria zara zeeshan zofia zoe zoey
`)

/** Names that are words too: taken for a name only with a capital and another capitalised word after it, or after “called”. */
export const NAMES_THAT_ARE_WORDS = words(`
amber april art autumn bailey ben bill brook carter chase christian crystal daisy dale dan dawn dean drew eden faith finn finley frank
gale gene glen grace grant guy heath hope hunter iris ivy jasper jay jess jim jo joy june kim kit lee liv mark may mary max mercy
miles nick olive pat pearl penny pip ray reed rich rob rose ruby rusty sally skye stone summer sunny sue tanner ted tim tom tony
toni tyson violet will willow
`)

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

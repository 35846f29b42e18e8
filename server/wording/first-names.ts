/**
 * First names that are common in England and are no ordinary words: whoever types one, with or without a capital, has most likely
 * written of a person. From what the ONS publishes of baby names (2005 to 2015, England and Wales) and their usual spellings and short
 * forms, and those of South Asian, Polish, Romanian, West African, Caribbean, Arabic and Irish families: a net with holes, no list of who lives here.
 */
export const FIRST_NAMES = words(`
aadam aaliya aaliyah aamir aanya aarav aaron aarti aasiya abbas abbie abdirahman abdul abdullah abdullahi abdulrahman abdurrahman abigail
abigale abimbola abiola adaeze adam adama adeel ademola adil adrian adriana agata agnes agnieszka ahmad ahmed ahmet aidan aiden aileen
aimee aisha aiza akash akeem akira alan alana alanna alasdair albert aleem aleena aleksandar aleksander aleksandra alessandro alex
alexander alexandra alexis alfie alfred ali alice alicia alima alina alisha alishba alison alistair aliyah allan allison alyssa amaan
amanda amandeep amani amar amara amarjit ameer ameera amelia amelie amina aminah aminata amir amira amrit amritpal amy ana anastasia
anayah andre andrea andreea andrei andrew andrzej aneesa anela angel angela angelina angus aniela anika anil anisa anita anjali
anjum ankit anna annabel anne annette annie anthony anton antoni antonia antonio anwar anya aoife aqib aqsa aras archie areeba ariana
arianna arif arjan arjun arlo armaan arnold arsalan arthur asad asha ashleigh ashton asif asim asma asmaa atif atiqa audrey aurelia ava
ayaan ayaz ayda aydin ayesha ayman ayo ayse ayub azaan azam azeem aziz aziza babar baljinder baljit balraj barbara barnaby barry bartek
bartlomiej bartosz bashir basma beata beatrice becky belinda bella benedict benjamin bernadette bernard beth bethany bettina beverley
bhavna bianca bilal billy blazej bobbie bogdan boris bozena bradley brandon brayden braydon brenda brendan brian bridget britney bronwen
brooke bruce bryony bukola burak byron caden caelan cai caitlin caleb callie callum calvin cameron candice caoimhe carina carl carla
carlos carmen carol caroline carolyn carys casey cassandra cassie catherine cecilia cedric celia celine chanelle chantal chantelle
charlene charlie charlotte charmaine chelsea chelsie cheryl chidera chidi chioma chloe christian christina christine christopher christos
chukwuemeka cian ciaran cillian claire clara clare clarissa claudia clayton clive clyde colette colin connor conrad constance corey cory
courtnay courtney craig cristian cristiana cristina curtis cyrus czeslaw dafydd daljit damian damien damir damon dana dane danial daniel
daniela daniella danielle danny danuta danyal daphne darcey darcie darian darius dariusz darnell darragh darrell darren daryl dave david
davina dawid dawud debbie deborah declan deepa deepak deion delroy demi dena denisa denise deniz dennis derek dermot desiree desmond
dexter dhruv diana diane dikembe dilan dilara dilawar dilpreet dimitar dimitri dionne dominic dominik dominika donna donnell donovan
doreen dorota dorothy dougie douglas duane duncan dwayne dylan eamon ebrahim eddie edgar edith edmund edward edwin edyta efe ehsan
ehtisham eileen eilidh elaina elaine eleanor elena eliana elias elif elijah elisa elisabeth elise eliza elizabet elizabeth elize ella
ellen ellie elliot elliott elsie elvis emeka emil emilia emilie emily emir emma emmanuel emre enoch enrique eoin ephraim eric erica erin
ernest errol esa esme esmee essa estelle esther ethan eugene eunice eva evan eve evelyn everton evie ewa ewan ewelina ezekiel ezra fabian
fahad faisal faiza faizaan faizan farah farhan farhana farid farida farooq farouk faryal fatima fatimah fatma fatou fawad fayaz faye fazal
felix femi fergus fernando filip filippo finbar finnian fiona fionn florence florin folarin foluke forhad francesca franciszek franek
frankie franklin fraser freda freddie freddy frederick fredrick freya fuad funmi furqan gabriel gabriela gabriella gabrielle gail gareth
garth gary gaurav gavin gavriel gemma geoff geoffrey george georgia georgie georgina gerald geraldine gerard gethin gheorghe ghulam gianna
gideon gilbert gillian gina giorgio giovanni gita gladys glenda gloria gordon gosia graeme graham grzegorz gulshan gurdeep gurjit gurkiran
gurleen gurpreet gwen gwendolyn gwyneth habib habiba hadi hadiya hafeez hafsa haider hajra haleema halima hamid hamish hamza hamzah hana
hanif haniya hanna hannah hannan hardeep hareem haris harjit harjot harleen harley harold haroon harpreet harriet harriett harris harrison
harry haruka harun harvey harvinder hasan haseeb hasnain hassaan hassan haya hayden haydn hayley heather hector heidi helen helena henry
henryk herbert hermione hesham hiba hina hodan hollie holly homaira howard hubert hugh hugo humaira husna husnain hussain huw huzaifa iain
ian ibraheem ibrahim ida idris ieuan ifeoma ifra ifrah iga ignacy igor ihsan ikechukwu ikram ilaria ilona ilyas imaan imad iman imani
imogen imran inaaya inaya inayah ines ingrid ioan ioana iona ionut iqra irena irene irfan irina irving isaac isabel isabella isabelle
isaiah isha ishaan ishaaq ishaq ishmael isla ismail isobel isra issac istvan iva ivan ivana ivo iwan iwona izaan izabela izzy jabari jacek
jacinta jack jackie jaclyn jacob jacqueline jacqui jade jaden jadwiga jagdeep jagoda jahangir jahmai jahmal jai jaiden jake jakob jakub
jalal jamal jameel jameela james jameson jamie jamil jan jane janek janet janice janine janis janusz jared jarek jaroslaw jarrod jarvis
jasmeen jasmin jasminder jasmine jason jaspreet jasvinder jaswinder javaid javed javier jaxon jaxson jay jayden jaydon jayla jaylan jaylen
jaylon jayne jayson jazmin jean jeevan jemima jemma jenna jennifer jenny jenson jeremy jermaine jerome jerry jerzy jessica jessie jethro
jibril jill jillian jimmy joan joanna joanne joaquin jocelyn jodie joe joel joelle john johnny jokubas jolanta jonah jonas jonathan jonny
jordan joris jorja josefina joseph josephine josh joshua josiah josie jowita joyce juan jude judith judy julia julian julie juliet julita
juliusz junaid junayd justin justine justyna juwairiyah kabir kacey kacper kadeem kaden kadiatou kadir kaelan kai kaiden kaif kaitlyn
kaiya kajetan kalvin kamal kamil kamila kamran kane karan kareem karen karim karina karishma karol karolina karolis kashif kasia kasim
kasper katarina katarzyna kate katelyn katherine kathleen kathryn kathy katie katrina katy kavita kayden kayla kayleigh kayode kaysha
keanu keelan keeley keenan keesha keira keiran keisha keith kelis kelly kelsey kelvin kemar kemi kendra kenneth kenzie kerem kerri kerrie
kerry keshav kevin kezia khadeeja khadija khadijah khaled khalid khalil khushi kian kiara kiera kieran kieron kimberley kimberly kiran
kiranjit kirsten kirsty kitty klaudia kofi kojo konrad korey kornelia kris krishan krishna kristian kristina kristofer kristopher krystal
krystian krystyna krzysztof kuba kubra kudzai kulbir kuldeep kulvinder kulwinder kunle kurt kwabena kwaku kwame kyan kylan kyle
kylie kyra kyran kyron laiba laila lakshmi lamar lana lara laraib larissa lashawn latifah latisha latoya laura lauren laurence laurie
lauryn lavinia lawrence layan layla layton leah leanna leanne lech leighton leila leland lena lennox leo leon leona leonard leonardo
leonie leopold leroy leslie leszek levi lewi lewin lewis lexi lexie leya liam liana liban libby lidia lila lilia liliana lilla lillian
lilly lily linda lindsay lindsey lionel lisa livia lizzie llewellyn lloyd logan lois lola lorenzo loretta lorna lorraine lotte
lottie louie louis louisa louise lubna luc luca lucas lucia lucian luciana lucinda lucja lucy ludmila luis luiza luka lukas lukasz luke
lukman lutfur lydia lyla lyndon lynn lynne lyra mabel macaulay macauley macey maciej maciek mackenzie maddison madeeha madeleine madeline
madiha madina madison magda magdalena maggie maha mahad mahbub mahdi maheen mahesh mahira mahmood mahmud mahnoor mahreen maia maira mairi
maisie maizie majid makayla malachi malaika malaki malcolm malgorzata malik malika mamadou manal mandeep mandy maninder manisha manjit
manpreet mansoor manuel mara marcel marcela marceli marcello marcin marco marcos marcus marek margaret maria mariah mariam mariana
marianna marianne marie marika marilyn mariola marion maris marisa marissa marius mariusz marjorie marko markus marlena marlon marsha
marta martha martin martyn marvin maryam maryama maryia maryum mason mateo mateusz mathew mathias mathilda matilda matteo matthew matthias
mattie maureen maurice mauro mavis max maximilian maximus maxine maya mckenzie meera megan megha mehak mehdi mehmet mehreen mehwish
melania melanie melina melinda melissa menna meredith merve mervyn meryem meseret mia micah michael michaela michal michelle mickey miguel
mihaela mihai mihail mika mikael mikayla mikey mikolaj milan mildred milena miley millicent millie milly milo milosz mimi mina minahil
miqdad mira miranda miriam miroslav miroslaw misbah mischa mitchell moeen mohamad mohamed mohammad mohammed mohamud mohan mohsin moira
mollie molly momina mona monica monika monique morgan morgana mosab mostafa muaz mubarak mubashir mudassar muhammad muhammed mujtaba
mukesh muneeb munira murad muriel murtaza musa musab muskaan mustafa mustafah mustapha muzammil mya myles myra myron nabeel nabeela nabil
nabila nadeem nadia nadine nadiya nadzieja naeem nafisa naheed nahla naila naima najma nancy nando nanette naomi naseem naseer nashwa
nasir nasreen nasrin natalia natalie natalya natan natanael natasha nathalie nathan nathanial nathaniel navdeep naveed naveen navneet
navraj nawaz nayan nayla nazia nazir nazmin neal neelam neha neil neriah nevaeh neve neville ngozi ngozika nia niamh niaz nichola nicholas
nicky nicola nicolae nicolas nicole nicolle nida nigel nikhil nikita nikki niko nikodem nikola nila nilesh nimra nina nirmal nisha nita
noah noelle noor nora noreen norma nouman nour nuala numan nuray nusrat nyah nyasha nyla nzube obinna oceane octavia odette oisin
oksana oladipo olaf olamide oleksandr olga oliver olivia oliwer oliwia oliwier ollie olly olu oluwaseun oluwatobi omar omari omarion
ophelia orla osama oscar oskar osman ossama othman otis oualid ousmane owen oyin ozan pablo paddy padraig paige pamela paolo parminder
parveen pascal patrice patricia patrick patrycja patryk patsy paul paula pauline pauly pavel pawel payton pedro peggy percival percy perla
perminder petar peter petra petre petros peyton philip philippa phillip phillipa phoebe phyllis pia pierre piers piotr pippa pola pooja
poppy prabhjot prakash pranav prateek preeti prem priscilla pritpal priya priyanka pryce przemyslaw qaasim qais qamar qasim quincy quinton
rabia rabiya rachael rachel radoslaw radu raees rafael rafal rafferty rafi rafia raheel raheela raheem rahim rahima rahma rahul raihan
raina raja rajan rajesh rajinder rajveer rajvir rakesh ralph ramandeep rameen ramiz ramon ramona ramsha rana randall rania ranjit raphael
rashad rasheed rashid rashida raul ravi ravinder ravneet rayaan rayan raymond rayyan raza razia rebeca rebecca rebekah reece reegan reem
reena reggie reginald rehan rehana rehman reiss remi remy rena renata renee renuka reshma reuben reyansh rhian rhianna rhiannon rhoda
rhona rhonda rhys ria ricardo richard ricky rida rifat riffat riham rihanna rijad rikki riley rimsha rishi rita ritchie riya riyad riyaz
robbie robert roberta roberto robyn rocco rochelle rodney rodrigo roger rohan rohit roisin rokas roland romaine roman romana romario romeo
romy rona ronald ronan ronnie rory rosalie rosalind rosanna rosemarie roshan roshni rosie rosina ross rowan rowena roxanne roy roza ruairi
rubab rubeena rubi rudi rudolf rufus ruhi rukhsana rumaisa rupert rupinder ruqayyah rushil ruslan russell ruta ruth ruwayda ryan rylan
ryland ryszard saad saadia saba sabah sabiha sabir sabrina sacha sade sadia sadie sadiq saeed safa safaa safdar saffiya safina safiya
safiyah safiyya sagal sahar sahil saif saima saira sajid sajida sakeena sakina salahuddin saleem saleha salih salim salima salma salman
salvatore sam samantha sameer sameera samina samir samira samoya samra samreen samson samuel sana sanaa sanah sanam sanaya sandeep
sandeepa sandra sania sanjay sanjeet sanjeev sanna santiago santino saoirse saphia saqib sara sarabjit sarah sarina sarmad sasha satnam
satpal satvinder saul savannah scarlet scarlett scarlette scott seamus sean seb sebastian seema seerat sehar selena selin seren serena
sergei sergio seth seun sevgi shaan shabana shabaz shabbir shabnam shadia shae shafiq shahid shahida shahin shahnaz shahzad shaila shaima
shaista shakeel shakil shakira shamila shamim shana shanaya shane shanelle shani shania shanice shaniqua shanique shannon shaquille sharif
sharlene sharmila sharna sharon sharron shaun shauna shaunna shavon shay shaya shayan shayla shazad shazia sheila shelby shelley sherif
sherrie sherry sheryl shiloh shireen shirin shirley shiv shivani shoaib shona shreeya shreya shruti shyam sian sid siddiq sidra sienna
silvia simon simona simone simra simrah simran sinead siobhan sioned siraj sita sixten skyla skylar slawomir sobia sofia sohail soham
solomon sonia sonny sonya sophia sophie soraya stacey staci stacy stanislaw stanley stefan stefania stefano steffan stella steph stephan
stephanie stephen steven stevie stewart stuart suhaib suhana sukhdeep sukhjinder sukhjit sukhraj sukhvinder sukhwinder sulaimaan sulaiman
suleiman suleman sumaiya sumaya sumayyah sumera sundas sunita suraiya suraj suresh surinder susan suzanna suzanne suzy svetlana sybil syed
syeda sylvester sylvia sylwia szymek szymon tabassum tabitha tadeusz tadhg taha tahir tahira tahmid taiba taiwo tajinder talha talia talib
talitha tallulah tamanna tamar tamara tamika tamsin tamzin tania tanisha tanveer tanvi tanya tanzila tapiwa tara taran tarek tarik tariq
tarun taslima tasnim tatiana tatyana tawanda tayla tayler taylor tayyab tayyaba teagan teddy tegan tegen temi temitope tendai teodor
terence teresa teri terrance terrell terri terry tess tessa teuta thaddeus thalia thandiwe thea theadora theo theodora theodore theresa
thierry thomas tia tiago tiana tianna tiarna tiegan tiernan tiffany tilda tilly timo timothy timur tina tinashe tinotenda titus tiya
tobias tobiasz toby tochukwu todd tolu tomas tomasz tomi tommy tope toral torin tosin tracey tracy travis treasa tresor trevor trey tricia
trina trisha tristan troy tuana tulisa tunde tyla tylan tyler tyra tyreece tyreese tyrell tyrese tyron tyrone tyshawn ubaid uday ugo
ugochukwu umaima umair umaiza umar umer ummar umme unaisah ursula urszula usama usha usmaan usman uthman uzair uzma uzoma vadim
valentin valentina valeria valerie vanda vanessa varun vasile vasilis veer vera vernon veronica veronika vicente vicki vicky victoria
vidya vijay vikesh vikki vikram viktor viktoria vinay vince vincent vincenzo vinny vishal viv vivek vivian vivien vivienne vlad vladimir
vytautas wafa wajid waldemar waleed wali walid walter waqar waqas warsame waseem wasim wayne wendell wendy wera weronika wesley whitney
wieslaw wiktor wiktoria wilfred wilhelm willem william wilma winifred winnie winston wioletta witold wladyslaw wojciech wojtek xander
xanthe xavier xena yahya yana yanis yaqoob yaqub yaseen yasin yasir yasmeen yasmin yasmina yasmine yasser yassin yazan yazmin yehuda
yemi yetunde yohannes yolanda younis yousaf yousef youssef yulia yunus yuri yusef yusra yusuf yuvraj yvette yvonne zaara zac zach
zachariah zachary zachery zack zackary zafar zafir zaheer zahid zahida zahir zahra zahraa zain zaina zainab zainul zaira zak zakaria
zakariya zaki zakir zakiya zamir zaneta zara zayd zayn zaynab zaynah zbigniew zdzislaw zebedee zeenat zeeshan zeina zelda zelia zena zenab
zeynep zhanna zia zidan zikra zita ziva ziya zlatan zoe zoey zofia zofija zohaib zohra zoltan zubaida zubair zubeir zuhair zuhra zulaikha
zulfiqar zunaira zuzana zuzanna zygmunt
`)

/** Names that are words too: taken for a name only with a capital and another capitalised word after it, or after “called”. */
export const NAMES_THAT_ARE_WORDS = words(`
tate leigh linden ada amber anis april art autumn bailey basil ben bill brook carmel carter chance chase chastity clement coral crystal curt dahlia daisy
dale dalton dan dawn dean destiny devon dora drake drew duke earl ebony eden ellis faith felicity fern finley finn forest fox frank gale
gene glen gold grace grant gray guy hale harmony hart hazel heath honesty honey hope hunt hunter indiana ireland iris ivor ivy jackson
jasper jess jewel jewels jim jo joy june justice kennedy kim king kit knight lacey laurel lee lennon lima lincoln liv lotus love lynch
mallory marina mark marley martina mary mat maxwell may melody mercedes mercy merlin miles miller mo morris murphy myrtle nelson ness nick
nile noel norman ocean olive onyx paris parker pat patience peace peaches pearl penny phoenix pierce pip piper porter precious preston
prince princess prudence quinn rae rain raven ray reagan reed reef rex rhodes rich river rob robin robson rocky rose royal ruby rusty
saffron sage sally sandy serenity shah sidney sierra sky skye sol star sterling stone storm sue sultan summer sunny sydney tanner ted
tiger tim tom toni tony trent trinity tudor tyson val verity victor violet virginia warren will willow wren zion
`)

/** What common double first names end in: the first of the two may be any. */
export const SECOND_OF_TWO = words('ann anne jade jane jay jayne jo lea leigh lou louise mae marie rae rose')

/** Family names that are words: taken for one only after a first name. */
export const SURNAMES_THAT_ARE_WORDS = words(`
barber bird bishop black brown carter church cook cooper crown day field fields fisher foster fox gardener gray green grey hall hill house hunt justice king
knight lane law little long major marsh may mill north park parker parks port power price rice ring rose sharp short small south stone summers ward
warden waters way west white wood woods young
`)

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

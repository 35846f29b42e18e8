import { hash, verify } from '@node-rs/argon2'

/** OWASP's parameters for argon2id, which is the library's own choice: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

const LEAST = 12
const MOST = 128
/** The estimator's time grows with the length; what is longer is judged by its beginning. */
const JUDGED = 64
/** Of 0 to 4: more than 10^10 guesses. */
const SCORE_WANTED = 4

/** What people here would think of first. */
const LOCAL_WORDS = [
  'derby derbyshire derwent pride rams place-risk placerisk place risk',
  'council police constabulary safeguarding missing children neighbourhood spring summer autumn winter welcome password',
].flatMap((words) => words.split(' '))

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2)

/** The hash of what nobody knows: a name that is not known takes as long as one that is. */
const NOBODYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$1HoZaZMZrJ9NfV9ojYMhsg$PYv8JrGOZzry/WAbklsAB5DwjkIE5pw0mlD4cy/gvHc'

/** True where the password is the one of the hash; of no hash, false after the same time. */
export const isPassword = async (password: string, passwordHash: string | null): Promise<boolean> => {
  const isRight = await verify(passwordHash ?? NOBODYS_HASH, password)
  return isRight && passwordHash !== null
}

/** What is wrong with a password somebody chooses, in a sentence that says what to do; undefined: nothing. @param ownWords their name and username */
export const wrongWithPassword = async (password: string, ownWords: string[]): Promise<string | undefined> => {
  const signs = Array.from(password)
  if (signs.length < LEAST)
    return `Choose at least ${LEAST} characters: a few words that have nothing to do with each other will do.`
  if (signs.length > MOST) return `Choose at most ${MOST} characters.`
  const words = ownWords
    .flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2)
  const { score } = (await estimator()).check(signs.slice(0, JUDGED).join(''), words)
  if (score < SCORE_WANTED)
    return 'That would be guessed: it is made of common words, names, dates or patterns. Choose three or four words that have nothing to do with each other or with you.'
  return undefined
}

/** Loaded when the first password is chosen: its lists are large. */
const estimator = () => (loaded ??= loadEstimator())
let loaded: ReturnType<typeof loadEstimator> | undefined

const loadEstimator = async () => {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary: { ...dictionary, local: LOCAL_WORDS }, graphs: adjacencyGraphs })
}

/**
 * Numbers in [0, 1) that the same seed always repeats, 32 random bits each: xoshiro128** (Blackman and Vigna 2018,
 * "Scrambled linear pseudorandom number generators"), its state filled from the seed by splitmix64 as its authors advise.
 * Not for anything that must be hard to guess.
 * @throws RangeError where the seed is not a whole number that JavaScript holds exactly
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`expected a seed that is a whole number, got ${seed}`)
  const [first, second] = splitmix64(seed)
  const next = xoshiro128(Uint32Array.of(low(first), high(first), low(second), high(second)))
  return () => next() / 2 ** 32
}

/** The generator itself, 32 bits a call: `state` is the four words to start from, not all zero. */
export function xoshiro128(state: Uint32Array): () => number {
  let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!]
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotateLeft(d, 11)
    return result
  }
}

const rotateLeft = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits))

const low = (value: bigint) => Number(BigInt.asUintN(32, value))

const high = (value: bigint) => Number(value >> 32n)

/** The first two numbers of splitmix64 (Steele, Lea and Flood 2014); never both zero. */
function splitmix64(seed: number): [bigint, bigint] {
  const mix = (step: bigint) => {
    const start = BigInt.asUintN(64, BigInt(seed) + step * 0x9e3779b97f4a7c15n)
    const once = BigInt.asUintN(64, (start ^ (start >> 30n)) * 0xbf58476d1ce4e5b9n)
    const twice = BigInt.asUintN(64, (once ^ (once >> 27n)) * 0x94d049bb133111ebn)
    return twice ^ (twice >> 31n)
  }
  return [mix(1n), mix(2n)]
}

import { mersenne } from 'pure-rand/generator/mersenne'

/**
 * Numbers in [0, 1) that the same seed always repeats, 32 random bits each: the Mersenne Twister MT19937 (Matsumoto and
 * Nishimura 1998), which starts well from small seeds that follow each other. Not for anything that must be hard to guess.
 * @throws RangeError where the seed is not a whole number that JavaScript holds exactly
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`expected a seed that is a whole number, got ${seed}`)
  // The generator reads 32 bits of its seed: the upper ones are folded in.
  const generator = mersenne((seed | 0) ^ Math.trunc(seed / 2 ** 32))
  return () => (generator.next() >>> 0) / 2 ** 32
}

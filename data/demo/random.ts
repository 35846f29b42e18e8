/** A stream of numbers that the same seed always repeats. Not for anything that must be hard to guess. */
export type Random = {
  /** A number from 0 (included) to 1 (not included). */
  next: () => number
  /** A whole number from `least` to `most`, both included. */
  integer: (least: number, most: number) => number
  /** True with this probability. */
  chance: (probability: number) => boolean
  /** One of the list, each as likely. Throws RangeError on an empty list. */
  pick: <Item>(items: readonly Item[]) => Item
  /** One of the choices, each as likely as its weight says. Throws RangeError on an empty list. */
  weighted: <Item>(choices: readonly (readonly [Item, number])[]) => Item
  /** A new list in a random order. */
  shuffle: <Item>(items: readonly Item[]) => Item[]
}

/** FNV-1a: gives each named stream a start of its own. */
const hash = (text: string, start: number): number => {
  let value = (start ^ 0x811c9dc5) >>> 0
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  return value
}

/** The mulberry32 generator (Tommy Ettinger, public domain): 32 bits of state, ample for demo data. */
const mulberry32 = (start: number) => {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A random stream for one part of the work. Parts that draw from streams of different names don't disturb each other, so that a new
 * part leaves the others' results as they were.
 */
export const randomFrom = (seed: number, stream: string): Random => {
  const next = mulberry32(hash(stream, seed))
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))

  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[integer(0, items.length - 1)]
    if (item === undefined) throw new RangeError('There is nothing to pick from.')
    return item
  }

  const weighted = <Item>(choices: readonly (readonly [Item, number])[]): Item => {
    const last = choices.at(-1)
    if (!last) throw new RangeError('There is nothing to pick from.')
    let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of choices) {
      left -= weight
      if (left < 0) return item
    }
    return last[0]
  }

  const shuffle = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, key: next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ item }) => item)

  return { next, integer, chance: (probability) => next() < probability, pick, weighted, shuffle }
}

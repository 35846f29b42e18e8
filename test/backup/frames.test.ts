import { expect, test } from 'vitest'
import { seal, unseal } from '../../server/backup/frames.ts'

const WORDS = 'a sentence that nobody guesses'
const SALT = Buffer.alloc(16, 5)
const HEAD_BYTES = 20 + 16 + 16
const FRAME_BYTES = 64 * 1024 + 16

const from = async function* (...pieces: Uint8Array[]) {
  yield* pieces
}

const whole = async (pieces: AsyncIterable<Uint8Array>) => {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

const bytesOf = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) % 256))
const sealed = (plain: Uint8Array) => whole(seal(from(plain), WORDS, SALT))
const unsealed = (bytes: Uint8Array, words = WORDS) => whole(unseal(from(bytes), words))

test.each([0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 3 * 64 * 1024, 200_000])(
  '%d bytes come back as they were, however they are cut into pieces',
  async (length) => {
    const plain = bytesOf(length)
    const file = await sealed(plain)
    expect(file.includes(plain.subarray(0, 16)) && length > 0).toBe(false)

    const pieces = Array.from({ length: Math.ceil(file.length / 1013) }, (_, i) =>
      file.subarray(i * 1013, (i + 1) * 1013),
    )
    expect((await whole(unseal(from(...pieces), WORDS))).equals(plain)).toBe(true)
    expect((await unsealed(file)).equals(plain)).toBe(true)
  },
)

test('another key is told from damage', async () => {
  const file = await sealed(bytesOf(100))
  await expect(unsealed(file, 'another sentence altogether')).rejects.toThrow(/key does not open this backup/)
})

test('one changed byte is found, wherever it stands', async () => {
  const file = await sealed(bytesOf(150_000))
  const inHead = [0, 19, 20, 35, 36, HEAD_BYTES - 1]
  const inFrames = [HEAD_BYTES, HEAD_BYTES + FRAME_BYTES - 1, HEAD_BYTES + FRAME_BYTES, file.length - 17]
  for (const at of [...inHead, ...inFrames, file.length - 1]) {
    const changed = Buffer.from(file)
    changed[at]! ^= 1
    await expect(unsealed(changed), `byte ${at}`).rejects.toThrow(/damaged/)
  }
})

test('a file that ends early is found, at the edge of a frame too', async () => {
  const file = await sealed(bytesOf(150_000))
  for (const length of [0, 10, HEAD_BYTES, HEAD_BYTES + 5, HEAD_BYTES + FRAME_BYTES, file.length - 1])
    await expect(unsealed(file.subarray(0, length)), `${length} bytes`).rejects.toThrow(/damaged/)
})

test('frames that were swapped, left out or added are found', async () => {
  const file = await sealed(bytesOf(4 * 64 * 1024))
  const head = file.subarray(0, HEAD_BYTES)
  const frame = (i: number) => file.subarray(HEAD_BYTES + i * FRAME_BYTES, HEAD_BYTES + (i + 1) * FRAME_BYTES)
  const [one, two, three, four] = [frame(0), frame(1), frame(2), frame(3)]
  const orders = [[two, one, three, four], [one, three, four], [one, two, three, four, four], [four]]
  for (const order of orders) await expect(unsealed(Buffer.concat([head, ...order]))).rejects.toThrow(/damaged/)
})

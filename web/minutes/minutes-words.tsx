/** A section as it is read: what begins with a hyphen is a list, blank lines part paragraphs. */
export const MinutesWords = ({ words }: { words: string }) => (
  <>
    {blocksOf(words).map((block, i) =>
      block.isList ? (
        <ul class="govuk-list govuk-list--bullet" key={i}>
          {block.lines.map((line, j) => (
            <li key={j}>{line}</li>
          ))}
        </ul>
      ) : (
        <p class="govuk-body app-words" key={i}>
          {block.lines.join('\n')}
        </p>
      ),
    )}
  </>
)

interface Block {
  isList: boolean
  lines: string[]
}

/** The paragraphs and lists of a text, in its order. */
export const blocksOf = (words: string): Block[] => {
  const blocks: Block[] = []
  let isOpen = false
  for (const line of words.split('\n')) {
    const isList = /^\s*[-•] /.test(line)
    const last = blocks.at(-1)
    if (line.trim() === '') isOpen = false
    else if (isOpen && last?.isList === isList) last.lines.push(isList ? line.replace(/^\s*[-•] /, '') : line)
    else {
      blocks.push({ isList, lines: [isList ? line.replace(/^\s*[-•] /, '') : line] })
      isOpen = true
    }
  }
  return blocks
}

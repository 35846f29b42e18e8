/** A sentence whose first words, up to the colon, are its answer. */
export const Said = ({ sentence }: { sentence: string }) => {
  const colon = sentence.indexOf(':')
  return (
    <>
      <strong>{sentence.slice(0, colon + 1)}</strong>
      {sentence.slice(colon + 1)}
    </>
  )
}

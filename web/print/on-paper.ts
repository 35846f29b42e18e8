import { useEffect } from 'preact/hooks'
import { dayWords } from '../dates.ts'
import { person } from '../state/session.ts'
import { setup } from '../state/setup.ts'

/** A printed map is not waited for longer: a sheet without it is better than none. */
const MAP_WITHIN_MS = 5_000

/**
 * Makes a page ready for paper just before it is printed: its first heading stands at the top of every sheet, and what is folded up
 * is open, for nobody can click on paper. Undone afterwards.
 */
export const useOnPaper = () =>
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const prepare = () => {
      const { style } = document.documentElement
      style.setProperty('--print-title', asCssText(titleOfPage()))
      style.setProperty('--print-foot', asCssText(whoPrinted()))
      const folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
      // Told twice before it is over, the first list is still the one to fold again.
      opened.push(...folded.filter((details) => !details.closest('.app-no-print')))
      for (const details of opened) details.open = true
    }
    const putBack = () => {
      for (const details of opened) details.open = false
      opened = []
    }
    window.addEventListener('beforeprint', prepare)
    window.addEventListener('afterprint', putBack)
    return () => {
      window.removeEventListener('beforeprint', prepare)
      window.removeEventListener('afterprint', putBack)
      document.documentElement.style.removeProperty('--print-title')
    }
  }, [])

const titleOfPage = () => (document.querySelector('main h1')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

/** A sheet that is found on a table says whose it was. */
const whoPrinted = () => {
  const by = person.value && setup.value ? `Printed by ${person.value.name}, ${dayWords(setup.value.today)}. ` : ''
  return setup.value?.syntheticNotice ? `${by}Synthetic data.` : by.trim()
}

/** A string as a style sheet writes it. */
const asCssText = (text: string) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`

/** Prints the page when its maps, if it has any, are drawn at the size they have on the sheet. */
export const printPage = async () => {
  window.dispatchEvent(new Event('beforeprint'))
  await mapsDrawn()
  window.print()
}

const mapsDrawn = async () => {
  const until = performance.now() + MAP_WITHIN_MS
  do await new Promise((resolve) => setTimeout(resolve, 100))
  while (document.querySelector('[data-map="drawing"]') && performance.now() < until)
}

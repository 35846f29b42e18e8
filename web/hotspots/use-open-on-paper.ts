import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Opens what is folded up inside an element while it is printed, for nobody can click on paper. */
export const useOpenOnPaper = (within: RefObject<HTMLElement | null>) =>
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const open = () => {
      // Told twice before it is over, the first list is still the one to fold again.
      opened.push(...(within.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? []))
      for (const details of opened) details.open = true
    }
    const fold = () => {
      for (const details of opened) details.open = false
      opened = []
    }
    window.addEventListener('beforeprint', open)
    window.addEventListener('afterprint', fold)
    return () => {
      window.removeEventListener('beforeprint', open)
      window.removeEventListener('afterprint', fold)
    }
  }, [within])

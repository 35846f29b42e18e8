/** The marking goes into the margins of each sheet (Chrome 131 and later). Where a browser leaves margins empty it goes into the page. */
const canPrintMargins = () => {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('@page { @top-center { content: "" } }')
    return ((sheet.cssRules[0] as CSSGroupingRule | undefined)?.cssRules?.length ?? 0) > 0
  } catch {
    return false
  }
}

if (!canPrintMargins()) document.documentElement.classList.add('app-marked-in-page')

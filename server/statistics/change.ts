/** Has a place changed, can we tell, and could we have: the tests of change in one place, a file each. */
export { benjaminiHochberg } from './false-discovery.ts'
export { changeWindows, childWeeks } from './child-weeks.ts'
export { changeWord } from './change-word.ts'
export { childFlipTest } from './child-flip.ts'
export { conditionalMidP } from './conditional-mid-p.ts'
export { smallestDetectable } from './smallest-detectable.ts'

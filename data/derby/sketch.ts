/**
 * Makes the files of this folder again from the shared data: `npx tsx data/derby/sketch.ts <folder of the Derby data>`.
 * README.md of the folder above says what each file is and where it comes from.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { derbyFiles } from './sketch-files.ts'

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder of the Derby data: npx tsx data/derby/sketch.ts <folder>')

for (const [name, text] of Object.entries(derbyFiles(folder))) {
  writeFileSync(fileURLToPath(new URL(name, import.meta.url)), text)
  console.log(`${name}: ${text.length} characters`)
}

import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findBrowser, isProgram } from '../../server/browser.ts'

const folderWith = (name: string, mode: number) => {
  const folder = mkdtempSync(`${tmpdir()}/place-risk-browser-`)
  writeFileSync(`${folder}/${name}`, '#!/bin/sh\n')
  chmodSync(`${folder}/${name}`, mode)
  return folder
}

const withPath = (folders: string[]) => {
  const before = process.env.PATH
  process.env.PATH = folders.join(delimiter)
  onTestFinished(() => {
    process.env.PATH = before
  })
}

test('the setting wins, and “none” means none', () => {
  expect(findBrowser('/opt/chrome')).toBe('/opt/chrome')
  expect(findBrowser('none')).toBeUndefined()
})

test.runIf(process.platform === 'linux')('a browser is found by its name on the PATH, Chrome before Chromium', () => {
  const chromium = folderWith('chromium', 0o755)
  const chrome = folderWith('google-chrome', 0o755)
  withPath([chromium, chrome])

  expect(findBrowser(null)).toBe(`${chrome}/google-chrome`)
})

test('what cannot be started, a folder and nothing at all are no program', () => {
  const folder = folderWith('chrome', 0o644)
  mkdirSync(`${folder}/chromium`)

  expect(isProgram(`${folder}/chrome`)).toBe(false)
  expect(isProgram(`${folder}/chromium`)).toBe(false)
  expect(isProgram(`${folder}/nothing`)).toBe(false)
  expect(isProgram(process.execPath)).toBe(true)
})

import { performance } from 'node:perf_hooks'
import { pino } from 'pino'
import { describeConfig, readConfig } from './config.ts'
import { servePages } from './pages.ts'
import { start } from './start.ts'
import { version } from './version.ts'

const say = (sentence: string) => console.log(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${sentence}`)

const fail = (error: unknown) => {
  console.error(`\nplace-risk could not start. ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}

const run = async () => {
  const config = readConfig(process.env, process.argv.includes('--demo'))
  console.log(`place-risk ${version}${config.isDemo ? ', synthetic demo data' : ''}`)
  for (const line of describeConfig(config)) console.log(line)

  const log = pino({ level: config.logLevel })
  const running = await start(config, servePages(), log, say)
  say(`Ready. Open ${running.address}`)

  const stop = (signal: NodeJS.Signals) => {
    process.once(signal, () => process.exit(1))
    say('Stopping…')
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

run().catch(fail)

import { NodePackageImporter } from 'sass'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: 'web',
  // govuk-frontend still ships an old Internet Explorer media query that the minifier refuses.
  css: {
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { importers: [new NodePackageImporter()], quietDeps: true } },
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
    target: 'baseline-widely-available',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // It changes less often than our pages, and the bench can tell the two apart.
            { name: 'maplibre', test: /node_modules[\\/]maplibre-gl/ },
            // What every page stands on, in one file: a dozen small ones would queue for the browser's six connections.
            { name: 'common', test: /node_modules[\\/]@?preact|web[\\/](state|layout|form|dates|words)/ },
          ],
        },
      },
    },
  },
  // The host as the page has it: the service refuses changes that another origin sends.
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
  test: {
    root: '.',
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/global-setup.ts'],
    // One embedded database, whose transactions run one after another: parallel files would only wait for each other.
    fileParallelism: false,
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})

import { NodePackageImporter } from 'sass'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: 'web',
  // govuk-frontend still ships an old Internet Explorer media query that the minifier refuses.
  css: {
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { importers: [new NodePackageImporter()], quietDeps: true } },
  },
  build: { outDir: '../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 2000, target: 'baseline-widely-available' },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
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

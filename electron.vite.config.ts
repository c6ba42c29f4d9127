import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Native or given by the runtime: everything else is bundled, so that the packaged application carries no node_modules. */
const givenToMain = ['electron', 'sharp'];

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      rolldownOptions: {
        external: givenToMain,
        input: { index: 'src/main/index.ts', 'embedded-backend': 'src/main/embedded-backend.ts', 'demo-customers': 'src/simulator/demo-customers.ts' },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can require nothing but electron: one file with all it needs.
      externalizeDeps: false,
      outDir: 'out/preload',
      rolldownOptions: {
        external: ['electron'],
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), tailwindcss()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // The content policy allows no data: scripts or fonts; every asset is a file.
      assetsInlineLimit: 0,
      // It comes from the disk, once: a warning is for when it has grown, not for a line to wait for.
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
});

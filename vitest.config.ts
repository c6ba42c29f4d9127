import { defineConfig } from 'vitest/config';

/** A test that hangs is found all the same; one that has to share the machine is not taken for it. */
const patience = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };

/** One project per kind of test; a test lives beside the room it tests as `*.test.ts`, or under `tests/`. */
export default defineConfig({
  test: {
    globalSetup: './scripts/test/run-folder.ts',
    projects: [
      { test: { ...patience, name: 'unit', include: ['src/{shared,assist,cli}/**/*.test.ts', 'tests/unit/**/*.test.ts', 'scripts/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          ...patience,
          name: 'integration',
          include: ['src/{backend,main,browser-host,simulator}/**/*.test.ts', 'tests/{contract,integration,chaos}/**/*.test.ts'],
          environment: 'node',
        },
      },
      { test: { ...patience, name: 'renderer', include: ['src/{renderer,widget}/**/*.test.{ts,tsx}'], environment: 'jsdom', setupFiles: './scripts/test/patient-screen.ts' } },
    ],
  },
});

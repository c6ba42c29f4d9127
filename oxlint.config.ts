import { defineConfig } from 'oxlint';

type Restricted = { readonly object?: string; readonly property: string; readonly message: string };

const htmlSinks: readonly Restricted[] = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].map((property) => ({
  property,
  message: 'An HTML sink. Use textContent, or append() with elements.',
}));

const ambient: readonly Restricted[] = [
  { object: 'Date', property: 'now', message: 'Take a clock; tests decide what time it is.' },
  { object: 'performance', property: 'now', message: 'Take a clock; tests decide what time it is.' },
  { object: 'Math', property: 'random', message: 'Take a random source; tests decide.' },
];

const testTricks: readonly Restricted[] = [
  ...['it', 'test', 'describe'].map((object) => ({ object, property: 'only', message: 'Run all of them.' })),
  ...['mock', 'doMock', 'hoisted'].map((property) => ({
    object: 'vi',
    property,
    message: 'No module mocks. Hand the part in, and run the real one.',
  })),
  { property: 'waitForTimeout', message: 'Wait for a signal, never sleep.' },
];

/** Where Electron's raw doors may be opened, one file each. */
const doors = {
  ipcMain: { file: 'src/main/app/ipc-transport.ts', instead: 'the transport handed to src/main/bridge' },
  ipcRenderer: { file: 'src/preload/index.ts', instead: 'the bridge the preload exposes' },
  shell: { file: 'src/main/app/open-external.ts', instead: 'openExternal() of src/main/app/open-external.ts' },
} as const;

type Door = keyof typeof doors;

const electronDoors = (open?: Door) => ({
  paths: [
    { name: 'electron', importNames: ['default'], message: 'Import by name, so that the doors that are opened can be seen.' },
    ...(Object.keys(doors) as Door[])
      .filter((door) => door !== open)
      .map((door) => ({ name: 'electron', importNames: [door], message: `Use ${doors[door].instead}; ${doors[door].file} is the one place of ${door}.` })),
  ],
});

/** Composition roots and the adapters of the machine: they read the real clock and random, and hand them in. */
const compositionRoots = [
  'src/backend/server.ts',
  'src/main/index.ts',
  'src/main/embedded-backend.ts',
  'src/browser-host/index.ts',
  'src/renderer/app/index.tsx',
  'src/widget/index.tsx',
  'src/**/system-*.ts',
  'src/cli/**',
  'scripts/**',
  'tests/**',
  '**/*.test.{ts,tsx}',
];

const tests = ['tests/**', '**/*.test.{ts,tsx}'];

const configs = ['*.config.ts', '.dependency-cruiser.mjs', 'src/widget/vite.config.ts'];

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'node', 'vitest'],
  jsPlugins: ['./scripts/check/house-lint.ts'],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  ignorePatterns: ['out/**', 'tests/fixtures/**', 'tests/electron-standin/fixture/**'],
  settings: { react: { version: '19.3' } },
  rules: {
    // Shape of a file (docs of the house: aim at 80 lines a file and 10 a function).
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    'max-params': ['error', { max: 3 }],
    'max-depth': ['error', { max: 4 }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'import/no-default-export': 'error',
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],

    // Types tell the truth.
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: true, fixStyle: 'inline-type-imports' }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 }],
    'typescript/no-namespace': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/only-throw-error': 'error',
    'house/no-double-assertion': 'error',
    'house/reason-for-disable': 'error',

    // What is banned has a replacement.
    'no-console': 'error',
    'no-eval': 'error',
    'no-restricted-imports': ['error', electronDoors()],
    'no-restricted-properties': ['error', ...htmlSinks, ...ambient, ...testTricks],
    'house/no-ambient-date': 'error',
    'node/no-process-env': 'error',
    'react/no-danger': 'error',
    'unicorn/prefer-node-protocol': 'error',
    // `!= null` is the one honest way to ask for null and undefined at once.
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'react/button-has-type': 'error',
    'import/no-unassigned-import': ['error', { allow: ['**/*.css', '@fontsource-variable/**'] }],
    // Spreading a string into code points is what limits and tokens count.
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    'no-var': 'error',
    'prefer-const': 'error',

    // Narrowing after a check of one's own (typed arrays, keys) is honest; `as unknown as` is not, and is refused above.
    'typescript/no-unsafe-type-assertion': 'off',
    // The compiler does it, and understands a closed switch.
    'typescript/consistent-return': 'off',
    // A span with role=img or a live region with role=status has no tag that could take its place in a line of text.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // State is never changed in place; the copy is what is meant.
    'oxc/no-map-spread': 'off',
    // A small function beside its only use reads better than one far away.
    'unicorn/consistent-function-scoping': 'off',
    // The JSX runtime is automatic.
    'react/react-in-jsx-scope': 'off',
    // Work in order is often what is meant.
    'no-await-in-loop': 'off',
  },
  overrides: [
    { files: configs, rules: { 'import/no-default-export': 'off' } },
    { files: compositionRoots, rules: { 'no-restricted-properties': ['error', ...htmlSinks, ...testTricks], 'house/no-ambient-date': 'off' } },
    {
      files: ['src/backend/config/**', 'src/backend/server.ts', 'src/main/index.ts', 'src/main/embedded-backend.ts', 'src/main/app/**', 'src/browser-host/**', 'src/cli/**', 'scripts/**', 'tests/**', ...configs, '**/*.test.{ts,tsx}'],
      rules: { 'node/no-process-env': 'off' },
    },
    { files: ['src/cli/**', 'scripts/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
    ...(Object.keys(doors) as Door[]).map((door) => ({
      files: [doors[door].file],
      rules: { 'no-restricted-imports': ['error' as const, electronDoors(door)] as ['error', ReturnType<typeof electronDoors>] },
    })),
    {
      files: tests,
      rules: {
        'vitest/no-focused-tests': 'error',
        'max-lines-per-function': 'off',
      },
    },
    { files: ['src/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] } },
  ],
});

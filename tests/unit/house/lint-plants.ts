/** A line that the linter must refuse, where it stands, and what the message must say. */
export type LintPlant = { readonly rule: string; readonly file: string; readonly code: string; readonly says?: string };

const plant = ([rule, file, code]: readonly [string, string, string], says?: string): LintPlant => ({ rule, file, code, ...(says ? { says } : {}) });

export const plants: readonly LintPlant[] = [
  plant(['react(no-danger)', 'src/renderer/features/inbox/sink.tsx', 'export const Sink = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;']),
  plant(['eslint(no-restricted-properties)', 'src/renderer/ui/sink.ts', 'document.body.innerHTML = "x";'], 'textContent'),
  plant(['eslint(no-console)', 'src/backend/loud.ts', 'console.log("x");']),
  plant(['eslint(no-restricted-imports)', 'src/main/app/raw.ts', 'import { ipcMain } from "electron"; ipcMain.removeHandler("x");'], 'the transport handed to src/main/bridge'),
  plant(['eslint(no-restricted-imports)', 'src/main/app/raw-shell.ts', 'import { shell } from "electron"; shell.beep();'], 'openExternal()'),
  plant(['eslint(no-restricted-imports)', 'src/main/app/raw-default.ts', 'import electron from "electron"; electron.ipcMain.removeHandler("x");'], 'Import by name'),
  plant(['eslint(no-restricted-imports)', 'src/main/app/raw-namespace.ts', 'import * as electron from "electron"; electron.ipcMain.removeHandler("x");']),
  plant(['react(button-has-type)', 'src/renderer/ui/untyped.tsx', 'export const Untyped = () => <button>{1}</button>;']),
  plant(['eslint(no-restricted-imports)', 'src/preload/raw.ts', 'import { ipcRenderer } from "electron"; ipcRenderer.send("x");'], 'the bridge the preload exposes'),
  plant(['eslint(no-restricted-properties)', 'tests/e2e/focused.spec.ts', 'test.only("x", () => {});'], 'Run all of them.'),
  plant(['vitest(no-focused-tests)', 'src/assist/focused.test.ts', 'import { it } from "vitest"; it.only("x", () => {});']),
  plant(['eslint(no-restricted-properties)', 'src/assist/mocked.test.ts', 'import { vi } from "vitest"; vi.mock("./x.ts");'], 'No module mocks'),
  plant(['eslint(no-restricted-properties)', 'tests/e2e/sleepy.spec.ts', 'await page.waitForTimeout(100);'], 'never sleep'),
  plant(['import(no-default-export)', 'src/shared/lib/default.ts', 'export default 1;']),
  plant(['eslint(no-restricted-properties)', 'src/shared/domain/now.ts', 'export const at = Date.now();'], 'Take a clock'),
  plant(['house(no-ambient-date)', 'src/shared/domain/date.ts', 'export const at = new Date();'], 'Take a clock'),
  plant(['eslint(no-restricted-properties)', 'src/assist/dice.ts', 'export const dice = Math.random();'], 'Take a random source'),
  plant(['node(no-process-env)', 'src/backend/modules/environment.ts', 'export const home = process.env;']),
  plant(['house(no-double-assertion)', 'src/shared/lib/believe.ts', 'export const n = "x" as unknown as number;'], 'type guard'),
  plant(['typescript(no-explicit-any)', 'src/shared/lib/any.ts', 'export const n = (x: any) => String(x);']),
  plant(['typescript(consistent-type-imports)', 'src/shared/lib/inline.ts', 'export const x: import("./any.ts").T | null = null;']),
  plant(['typescript(ban-ts-comment)', 'src/shared/lib/ignored.ts', '// @ts-ignore\nexport const x = 1;']),
  plant(['house(reason-for-disable)', 'src/shared/lib/quiet.ts', '// oxlint-disable-next-line no-var\nexport var x = 1;'], 'carries its reason'),
  plant(['typescript(no-floating-promises)', 'src/backend/floating.ts', 'const later = async () => 1; later();']),
  plant(['typescript(switch-exhaustiveness-check)', 'src/backend/union.ts', 'export function f(x: "a" | "b") { switch (x) { case "a": return 1; } return 2; }']),
  plant(['eslint(max-params)', 'src/shared/lib/four.ts', 'export const f = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];']),
  plant(['eslint(max-lines)', 'src/shared/lib/long.ts', 'export const x = [\n' + '  1,\n'.repeat(250) + '];']),
  plant(['eslint(max-lines-per-function)', 'src/shared/lib/long-function.ts', 'export function f() {\n' + '  f();\n'.repeat(40) + '}']),
  plant(['unicorn(filename-case)', 'src/shared/lib/camelCase.ts', 'export const x = 1;']),
  plant(['eslint(no-warning-comments)', 'src/shared/lib/later.ts', ['// TO', 'DO: later\nexport const x = 1;'].join('')]),
];

/** The same things where they are at home. */
export const allowed: readonly Omit<LintPlant, 'rule'>[] = [
  { file: 'src/main/app/ipc-transport.ts', code: 'import { ipcMain } from "electron";\nipcMain.removeHandler("x");' },
  { file: 'src/preload/index.ts', code: 'import { ipcRenderer } from "electron";\nipcRenderer.send("x");' },
  { file: 'src/backend/system-clock.ts', code: 'export const now = () => Date.now();' },
  { file: 'src/cli/print.ts', code: 'console.log("x");' },
  { file: 'src/renderer/ui/button.tsx', code: 'export const Button = ({ label }: { label: string }) => <button type="button">{label}</button>;' },
  { file: 'src/shared/lib/reasoned.ts', code: '// oxlint-disable-next-line no-var -- shown in a test\nexport var x = 1;' },
];

import { spawn } from 'node:child_process';
import { root, toolEnvironment } from './tool-environment.ts';

export type Part = { readonly name: string; readonly command: readonly [string, ...string[]] };

type Outcome = { readonly ok: boolean; readonly output: string; readonly seconds: number };

function run({ command: [tool, ...args] }: Part): Promise<Outcome> {
  const start = performance.now();
  const chunks: string[] = [];
  return new Promise((resolve) => {
    const child = spawn(tool, args, { cwd: root, env: toolEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
    const finish = (ok: boolean) => resolve({ ok, output: chunks.join(''), seconds: (performance.now() - start) / 1000 });
    child.stdout.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.on('error', (problem) => {
      chunks.push(String(problem));
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/** Runs the parts at the same time, prints as they end, and gives the number of those that failed. */
export async function runAll(parts: readonly Part[]): Promise<number> {
  const outcomes = await Promise.all(
    parts.map(async (part) => {
      const outcome = await run(part);
      console.log(`${outcome.ok ? 'ok    ' : 'FAILED'} ${part.name.padEnd(10)} ${outcome.seconds.toFixed(1)} s`);
      return { ...outcome, name: part.name };
    }),
  );
  const failed = outcomes.filter((outcome) => !outcome.ok);
  for (const { name, output } of failed) console.log(`\n--- ${name} ---\n${output.trim()}`);
  return failed.length;
}

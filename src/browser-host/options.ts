import { parseArgs } from 'node:util';

export type HostArguments = { readonly demo: boolean; readonly login: boolean; readonly publicOrigin: string | null; readonly port: number; readonly data: string };

export type ReadArguments = { readonly kind: 'read'; readonly options: HostArguments } | { readonly kind: 'wrong'; readonly why: string };

/** An origin and nothing more, of http or https. */
function readOrigin(text: string): string | null {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '') ? url.origin : null;
}

/** Reads the command line: `--demo`, `--login`, `--public-origin <origin>`, `--port <port>`, `--data <folder>`. */
export function readArguments(words: readonly string[], defaultData: string): ReadArguments {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        demo: { type: 'boolean', default: false },
        login: { type: 'boolean', default: false },
        'public-origin': { type: 'string' },
        port: { type: 'string', default: '0' },
        data: { type: 'string', default: defaultData },
      },
    });
    const named = values['public-origin'];
    const publicOrigin = named === undefined ? null : readOrigin(named);
    const port = Number(values.port);
    if (named !== undefined && publicOrigin === null) return { kind: 'wrong', why: '--public-origin wants an origin such as https://desk.example.com' };
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return { kind: 'wrong', why: '--port wants a number from 0 to 65535' };
    return { kind: 'read', options: { demo: values.demo, login: values.login, publicOrigin, port, data: values.data } };
  } catch (problem) {
    return { kind: 'wrong', why: problem instanceof Error ? problem.message : String(problem) };
  }
}

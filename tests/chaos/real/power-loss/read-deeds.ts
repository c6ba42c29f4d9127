import { descriptorOf, readCalls, stringsOf, targetOf, type TracedCall } from './trace-calls.ts';

/** What a process did to its files, and what it said to others, in order. */
export type Deed =
  | { readonly kind: 'open'; readonly path: string; readonly isEmptied: boolean }
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'said'; readonly to: string; readonly bytes: Buffer };

/** What stands before a command line so that strace writes all of it to a file; `-D` leaves the program its parent's own child. */
export const recordTo = (file: string): string[] => [
  'strace', '-D', '-f', '-y', '-xx', '--seccomp-bpf', '-s', '16777216', '-o', file, '-e',
  'trace=openat,creat,write,pwrite64,pwritev,pwritev2,writev,sendmsg,fsync,fdatasync,sync_file_range,ftruncate,rename,renameat,renameat2,unlink,unlinkat,link,linkat',
];

/** As `recordTo`, of a program whose syncs do nothing and claim to have done it: as if it had never asked for them. */
export const recordUnsyncedTo = (file: string): string[] => [...recordTo(file), '-e', 'inject=fsync,fdatasync:retval=0'];

const isSocket = (target: string): boolean => target.startsWith('socket:');

/** Follows where plain writes go: each continues where the last through its descriptor ended. */
class Positions {
  readonly #places = new Map<string, number>();

  opened(descriptor: string): void {
    this.#places.set(descriptor, 0);
  }

  advance(descriptor: string, by: number): number {
    const at = this.#places.get(descriptor) ?? 0;
    this.#places.set(descriptor, at + by);
    return at;
  }
}

function readOpening({ args, result }: TracedCall, positions: Positions): Deed[] {
  if (!/O_(WRONLY|RDWR)/.test(args)) return [];
  if (args.includes('O_APPEND')) return [];
  positions.opened(descriptorOf(result));
  return [{ kind: 'open', path: targetOf(result), isEmptied: args.includes('O_TRUNC') }];
}

function readWriting({ name, args, result }: TracedCall, positions: Positions): Deed[] {
  const target = targetOf(args);
  const bytes = Buffer.concat(stringsOf(args)).subarray(0, Number.parseInt(result, 10));
  if (isSocket(target)) return [{ kind: 'said', to: target, bytes }];
  const isPlaced = name.startsWith('pwrite');
  const at = isPlaced ? Number(/, (?<at>\d+)$/.exec(args)?.groups?.['at'] ?? 0) : positions.advance(descriptorOf(args), bytes.length);
  return [{ kind: 'write', path: target, at, bytes }];
}

/** A call that strace answered itself was never made. */
const isInjected = ({ result }: TracedCall): boolean => result.endsWith('(INJECTED)');

function readCall(call: TracedCall, positions: Positions): Deed[] {
  const { name, args } = call;
  const paths = stringsOf(args).map((path) => path.toString('utf8'));
  switch (name) {
    case 'openat': return readOpening(call, positions);
    case 'write': case 'writev': case 'sendmsg': case 'pwrite64': return readWriting(call, positions);
    case 'ftruncate': return [{ kind: 'truncate', path: targetOf(args), size: Number(/, (?<size>\d+)$/.exec(args)?.groups?.['size']) }];
    case 'fsync': case 'fdatasync': return isInjected(call) ? [] : [{ kind: 'sync', path: targetOf(args) }];
    case 'rename': case 'renameat2': return [{ kind: 'rename', path: paths[0] ?? '', to: paths[1] ?? '' }];
    case 'unlink': case 'unlinkat': return [{ kind: 'unlink', path: paths[0] ?? '' }];
    // What is not modelled must not pass unseen.
    default: throw new Error(`a call that the model of the disk doesn't know: ${name}`);
  }
}

/** Reads a trace. Throws when the process used a call that is not modelled. */
export function readDeeds(trace: string): Deed[] {
  const positions = new Positions();
  return readCalls(trace).flatMap((call) => readCall(call, positions));
}

/** A system call that succeeded, as strace prints it with `-f -y -xx`. */
export type TracedCall = { readonly name: string; readonly args: string; readonly result: string };

const WHOLE = /^(?<pid>\d+)\s+(?<name>\w+)\((?<args>.*)\)\s+= (?<result>\d+.*)$/s;
const BEGUN = /^(?<pid>\d+)\s+(?<name>\w+)\((?<args>.*) <unfinished \.\.\.>$/s;
const ENDED = /^(?<pid>\d+)\s+<\.\.\. (?<name>\w+) resumed>(?<args>.*)\)\s+= (?<result>\d+.*)$/s;

/** The calls of a trace in the order in which they ended; those that failed, or never ended, are left out. */
export function readCalls(trace: string): TracedCall[] {
  const begun = new Map<string, string>();
  return trace.split('\n').flatMap((line): TracedCall[] => {
    const start = BEGUN.exec(line)?.groups;
    if (start) {
      begun.set(start['pid'] ?? '', start['args'] ?? '');
      return [];
    }
    const end = ENDED.exec(line)?.groups;
    const { pid = '', name = '', args = '', result = '' } = end ?? WHOLE.exec(line)?.groups ?? {};
    if (name === '') return [];
    const before = end ? (begun.get(pid) ?? '') : '';
    return [{ name, args: before + args, result }];
  });
}

/** The bytes of a string that strace printed in hexadecimal. */
export const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');

/** The strings of a call's arguments. */
export const stringsOf = (args: string): Buffer[] => [...args.matchAll(/"(?<hex>(?:\\x[0-9a-f]{2})*)"/g)].map(({ groups }) => bytesOf(groups?.['hex'] ?? ''));

/** What a descriptor stood for: a path, or `socket:[number]`. */
export const targetOf = (printed: string): string => bytesOf(/^\d+<(?<hex>(?:\\x[0-9a-f]{2})*)>/.exec(printed)?.groups?.['hex'] ?? '').toString('utf8');

/** The descriptor's number. */
export const descriptorOf = (printed: string): string => /^\d+/.exec(printed)?.[0] ?? '';

import type { Log } from './log.ts';
import type { KeyValueFile } from './stored-preferences.ts';

/** A file whose refused values hold for as long as the program runs: a full disk is no reason to stay offline, or to refuse a theme. */
export function rememberRefused(file: KeyValueFile, log: Pick<Log, 'warn'>): KeyValueFile {
  const refused = new Map<string, unknown>();
  return {
    get: (key) => (refused.has(key) ? refused.get(key) : file.get(key)),
    set: (key, value) => {
      try {
        file.set(key, value);
        refused.delete(key);
      } catch (problem) {
        refused.set(key, value);
        log.warn({ key, problem: String(problem) }, 'a preference could not be kept');
      }
    },
  };
}

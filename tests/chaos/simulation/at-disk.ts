import { comeToRest } from './timeline.ts';

/** What Node calls its own work at the disk: operations, and the closing of files. */
const DISK_WORK: ReadonlySet<string> = new Set(['FSReqPromise', 'CloseReq']);

/** Whether something is at the disk, of whichever machine. */
export const isAtDisk = (): boolean => process.getActiveResourcesInfo().some((kind) => DISK_WORK.has(kind));

/** Resolves once nothing is. */
export async function leaveDisk(): Promise<void> {
  while (isAtDisk()) await comeToRest();
}

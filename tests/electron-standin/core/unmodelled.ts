/** Thrown when an application uses a part of Electron that the stand-in does not have. */
export class UnmodelledError extends Error {
  override name = 'UnmodelledError';
}

/**
 * Refuses loudly: a stand-in that quietly did nothing would make a test pass for the wrong reason.
 * @param api what was used, as Electron's documentation writes it
 * @param instead what to do in its place, when there is something
 */
export function unmodelled(api: string, instead = ''): never {
  throw new UnmodelledError(`The Electron stand-in does not model ${api}.${instead === '' ? '' : ` ${instead}`}`);
}

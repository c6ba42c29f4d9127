/** Bad input of a person: shown as one line, exit code 2. Thrown, since a stream of lines has nowhere to return it to. */
export class InputError extends Error {
  override name = 'InputError';
}

import type { Random } from './clock.ts';
import type { Shelf } from './shelf.ts';

const NAME = 'secret';
const BYTES = 32;

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The visitor's 256-bit secret, made on the first visit and kept in the storage of the page's origin. */
export function visitorSecret(shelf: Shelf, random: Random): string {
  const kept = shelf.read(NAME);
  if (kept !== null) return kept;
  const made = base64url(random.bytes(BYTES));
  shelf.write(NAME, made);
  return made;
}

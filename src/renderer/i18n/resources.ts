import { en } from './en/all.ts';
import { zh } from './zh/all.ts';

/** Every text of the desk, by language and namespace. English is the one the keys are typed by; a test holds both together. */
export const resources = { en, zh };

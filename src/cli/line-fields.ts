import type { Scope, Turn } from '../assist/index.ts';
import { InputError } from './input-error.ts';
import type { Line } from './json-lines.ts';

/** A text field; the empty text is one. */
export function textField({ value, place }: Line, name = 'text'): string {
  const text = value[name];
  if (typeof text !== 'string') throw new InputError(`${place}: "${name}" is ${text === undefined ? 'missing' : 'not a text'}`);
  return text;
}

/** An identifier: a text, or a number read as text. */
export function idField({ value, place }: Line, name = 'id'): string {
  const id = value[name];
  if (typeof id !== 'string' && typeof id !== 'number') throw new InputError(`${place}: "${name}" is ${id === undefined ? 'missing' : 'not a text'}`);
  return String(id);
}

/** A class label as it stands in the data: text, number or boolean. */
export type LabelValue = string | number | boolean;

export function labelField({ value, place }: Line): LabelValue {
  const label = value['label'];
  if (typeof label !== 'string' && typeof label !== 'number' && typeof label !== 'boolean') {
    throw new InputError(`${place}: "label" is ${label === undefined ? 'missing' : 'not a text or number'}`);
  }
  return label;
}

/** Where a document holds or a query looks: values by key; absent when there is none. */
export function scopeField({ value, place }: Line): Scope | undefined {
  const scope = value['scope'];
  if (scope === undefined || scope === null) return undefined;
  if (typeof scope !== 'object' || Array.isArray(scope)) throw new InputError(`${place}: "scope" is not an object`);
  return Object.fromEntries(Object.entries(scope).filter(([, item]) => item !== null).map(([key, item]) => [key, Array.isArray(item) ? item.map(String) : String(item)]));
}

/** Turns of a conversation; a role may be missing, and a turn may be a bare text. */
export function turnsField({ value, place }: Line, name: string): Turn[] {
  const turns = value[name];
  if (!Array.isArray(turns)) throw new InputError(`${place}: "${name}" is ${turns === undefined ? 'missing' : 'not a list'}`);
  return turns.map((turn: unknown, at) => turnOf(turn, `${place}: "${name}" item ${at + 1}`));
}

function turnOf(turn: unknown, place: string): Turn {
  if (typeof turn === 'string') return { text: turn };
  if (typeof turn !== 'object' || turn === null || !('text' in turn) || typeof turn.text !== 'string') throw new InputError(`${place} has no "text"`);
  return 'role' in turn && typeof turn.role === 'string' ? { role: turn.role, text: turn.text } : { text: turn.text };
}

/** A list of texts. */
export function textsField({ value, place }: Line, name: string): string[] {
  const texts = value[name];
  if (!Array.isArray(texts) || texts.some((text) => typeof text !== 'string')) throw new InputError(`${place}: "${name}" is not a list of texts`);
  return texts as string[];
}

export function relevantField({ value, place }: Line): boolean {
  const relevant = value['relevant'];
  if (typeof relevant !== 'boolean') throw new InputError(`${place}: "relevant" is not true or false`);
  return relevant;
}

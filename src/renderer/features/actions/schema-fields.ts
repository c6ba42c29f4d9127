import type { LocalizedText } from '../../../shared/contracts/basics.ts';

/** Words for choices that only this order has, by code; choices of every order are in the catalogue. */
export type ChoiceLabels = { readonly [code: string]: LocalizedText };

/** One field of an action's form, read from the JSON Schema that the backend offers. */
export type SchemaField =
  | { readonly kind: 'money'; readonly name: string; readonly isNeeded: boolean; readonly currency: string; readonly maximum: number | null }
  | { readonly kind: 'number'; readonly name: string; readonly isNeeded: boolean }
  | { readonly kind: 'choice'; readonly name: string; readonly isNeeded: boolean; readonly values: readonly string[]; readonly labels: ChoiceLabels }
  | { readonly kind: 'switch'; readonly name: string; readonly isNeeded: boolean }
  | { readonly kind: 'lines'; readonly name: string; readonly isNeeded: boolean }
  | { readonly kind: 'text'; readonly name: string; readonly isNeeded: boolean; readonly maxLength: number | null };

type Schema = { readonly [key: string]: unknown };

const asSchema = (value: unknown): Schema => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {});
const numberOr = <T>(value: unknown, other: T): number | T => (typeof value === 'number' ? value : other);

function fieldOf(name: string, schema: Schema, isNeeded: boolean): SchemaField {
  const about = { name, isNeeded };
  const { type, format } = schema as { type?: unknown; format?: unknown };
  if (Array.isArray(schema['enum'])) return { kind: 'choice', ...about, values: schema['enum'].map(String), labels: asSchema(schema['labels']) as ChoiceLabels };
  if (format === 'money') return { kind: 'money', ...about, currency: typeof schema['currency'] === 'string' ? schema['currency'] : 'CNY', maximum: numberOr(schema['maximum'], null) };
  if (format === 'order-lines') return { kind: 'lines', ...about };
  if (type === 'boolean') return { kind: 'switch', ...about };
  if (type === 'integer' || type === 'number') return { kind: 'number', ...about };
  return { kind: 'text', ...about, maxLength: numberOr(schema['maxLength'], null) };
}

/** The fields of an arguments schema (JSON Schema 2020-12, one flat object) in the order it names them. */
export function schemaFields(schema: Schema): SchemaField[] {
  const needed = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(asSchema(schema['properties'])).map(([name, property]) => fieldOf(name, asSchema(property), needed.includes(name)));
}

type Values = { readonly [name: string]: unknown };

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The arguments as the backend wants them: fields left blank are left out. */
export function argumentsOf(fields: readonly SchemaField[], values: Values): { [name: string]: unknown } {
  return Object.fromEntries(fields.filter(({ name }) => !isBlank(values[name])).map(({ name }) => [name, values[name]]));
}

/** Whether everything needed is there, so that a preview is worth asking for. */
export const isComplete = (fields: readonly SchemaField[], values: Values): boolean => fields.every(({ name, isNeeded }) => !isNeeded || !isBlank(values[name]));

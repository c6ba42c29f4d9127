import { err, ok, type Result } from '../../shared/lib/result.ts';
import { type ArrayLayout, checksum, packArrays, type StoredArray, unpackArrays } from './arrays.ts';

/** A stored model: a small header for people and programs, and the numbers. The caller reads and writes the files. */
export interface ModelFiles {
  /** The text of `model.json`. */
  header: string;
  /** The bytes of `weights.bin`. */
  weights: Uint8Array;
}

/** What every header holds. */
export interface ModelHeader {
  format: number;
  task: string;
  layout: ArrayLayout[];
  checksum: string;
  [field: string]: unknown;
}

/** Version of the stored form; a model of another version is refused, and trained again. */
const formatVersion = 1;

/** Puts a model into its stored form. */
export function packModel(task: string, fields: Record<string, unknown>, arrays: Record<string, StoredArray>): ModelFiles {
  const { layout, bytes } = packArrays(arrays);
  const header: ModelHeader = { format: formatVersion, task, ...fields, layout, checksum: checksum(bytes) };
  return { header: `${JSON.stringify(header, null, 1)}\n`, weights: bytes };
}

/** Reads the stored form back; a wrong or damaged model is one sentence that says what is wrong. */
export function unpackModel(task: string, files: ModelFiles): Result<{ header: ModelHeader; arrays: Map<string, StoredArray> }, string> {
  const header = readHeader(files.header);
  if (!header) return err('the header is not a model header');
  if (header.format !== formatVersion) return err(`the model has format ${String(header.format)}, this program reads ${formatVersion}`);
  if (header.task !== task) return err(`the model is for "${header.task}", not for "${task}"`);
  if (checksum(files.weights) !== header.checksum) return err('the weights are damaged: their checksum differs');
  const arrays = unpackArrays(header.layout, files.weights);
  return arrays.ok ? ok({ header, arrays: arrays.value }) : arrays;
}

function readHeader(text: string): ModelHeader | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isHeader(parsed) ? parsed : undefined;
}

function isHeader(value: unknown): value is ModelHeader {
  if (typeof value !== 'object' || value === null || !('layout' in value)) return false;
  return 'format' in value && 'task' in value && typeof value.task === 'string' && Array.isArray(value.layout);
}

/** An array of a model by name and type; the checksum has vouched for the rest. */
export function arrayOf<T extends StoredArray>(arrays: Map<string, StoredArray>, name: string, type: abstract new (...parameters: never[]) => T): T {
  const array = arrays.get(name);
  if (!(array instanceof type)) throw new TypeError(`the model holds no ${type.name} "${name}"`);
  return array;
}

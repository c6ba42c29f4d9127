/** Text for values that survive `structuredClone`; Node and the page use the same source. */
export interface CloneCodec {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/**
 * Makes a codec. Values must have passed `structuredClone`, which throws DataCloneError as Electron does.
 * Shared references and cycles are kept: every object is written once, into a heap, and referred to by its place.
 * The function refers to nothing outside itself, because its source also runs in the page.
 */
export function createCloneCodec(): CloneCodec {
  type Cell = readonly [tag: string, ...parts: unknown[]];
  const errorTypes = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const viewTypes = {
    Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array,
    Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView,
  };

  function toBase64(bytes: Uint8Array): string {
    let binary = '';
    for (let start = 0; start < bytes.length; start += 32_768) binary += String.fromCharCode(...bytes.subarray(start, start + 32_768));
    return btoa(binary);
  }

  function fromBase64(text: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  }

  function writePrimitive(value: unknown): Cell | undefined {
    if (value === undefined) return ['undefined'];
    if (typeof value === 'bigint') return ['bigint', String(value)];
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) return ['number', Object.is(value, -0) ? '-0' : String(value)];
    return value === null || typeof value !== 'object' ? ['plain', value] : undefined;
  }

  function writeObject(value: object, put: (part: unknown) => Cell): Cell {
    if (Array.isArray(value)) return ['array', Array.from(value, put)];
    if (value instanceof Map) return ['map', [...value].map(([key, item]) => [put(key), put(item)])];
    if (value instanceof Set) return ['set', [...value].map(put)];
    if (value instanceof Date) return ['date', value.getTime()];
    if (value instanceof RegExp) return ['regexp', value.source, value.flags];
    if (value instanceof Error) return ['error', value.name, value.message, value.stack];
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))];
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return ['view', Object.prototype.toString.call(value).slice(8, -1), toBase64(bytes)];
    }
    return ['object', Object.entries(value).map(([key, item]) => [key, put(item)])];
  }

  function encode(root: unknown): string {
    const heap: Cell[] = [];
    const places = new Map<object, number>();
    function put(value: unknown): Cell {
      const primitive = writePrimitive(value);
      if (primitive !== undefined) return primitive;
      const object = value as object;
      const known = places.get(object);
      if (known !== undefined) return ['ref', known];
      const place = heap.push(['plain', null]) - 1;
      places.set(object, place);
      heap[place] = writeObject(object, put);
      return ['ref', place];
    }
    return JSON.stringify([put(root), heap]);
  }

  function readError([, name, message, stack]: Cell): Error {
    const Type = errorTypes[name as keyof typeof errorTypes] ?? Error;
    return Object.assign(new Type(message as string), { name: name as string, stack: stack as string });
  }

  function readView([, type, bytes]: Cell): unknown {
    const View: new (buffer: ArrayBuffer) => ArrayBufferView = viewTypes[type as keyof typeof viewTypes];
    return new View(fromBase64(bytes as string).buffer);
  }

  function decode(text: string): unknown {
    const [root, heap] = JSON.parse(text) as [Cell, Cell[]];
    const made = new Map<number, unknown>();

    function readContainer(cell: Cell, keep: (value: object) => void): unknown {
      const items = cell[1] as [Cell, Cell][];
      if (cell[0] === 'array') {
        const array: unknown[] = [];
        keep(array);
        for (const item of cell[1] as Cell[]) array.push(get(item));
        return array;
      }
      if (cell[0] === 'map') {
        const map = new Map<unknown, unknown>();
        keep(map);
        for (const [key, item] of items) map.set(get(key), get(item));
        return map;
      }
      if (cell[0] === 'set') {
        const set = new Set<unknown>();
        keep(set);
        for (const item of cell[1] as Cell[]) set.add(get(item));
        return set;
      }
      const object: Record<string, unknown> = {};
      keep(object);
      for (const [key, item] of cell[1] as [string, Cell][]) object[key] = get(item);
      return object;
    }

    function readCell(cell: Cell, keep: (value: object) => void): unknown {
      if (cell[0] === 'date') return new Date(cell[1] as number);
      if (cell[0] === 'regexp') return new RegExp(cell[1] as string, cell[2] as string);
      if (cell[0] === 'error') return readError(cell);
      if (cell[0] === 'buffer') return fromBase64(cell[1] as string).buffer;
      if (cell[0] === 'view') return readView(cell);
      return readContainer(cell, keep);
    }

    function get(cell: Cell): unknown {
      if (cell[0] === 'plain') return cell[1];
      if (cell[0] === 'undefined') return undefined;
      if (cell[0] === 'bigint') return BigInt(cell[1] as string);
      if (cell[0] === 'number') return cell[1] === '-0' ? -0 : Number(cell[1]);
      const place = cell[1] as number;
      if (!made.has(place)) made.set(place, readCell(heap[place] as Cell, (value) => made.set(place, value)));
      return made.get(place);
    }
    return get(root);
  }

  return { encode, decode };
}

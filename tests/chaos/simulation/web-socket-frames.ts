const TEXT = 0x81;
const CLOSE = 0x88;
const MASKED = 0x80;
/** A mask of zeros leaves the bytes as they are; the protocol asks for one, not for a secret. */
const NO_MASK = Buffer.alloc(4);

function lengthOf(size: number): Buffer {
  if (size < 126) return Buffer.from([MASKED | size]);
  const long = Buffer.alloc(size < 0x1_0000 ? 3 : 9);
  long[0] = MASKED | (size < 0x1_0000 ? 126 : 127);
  if (size < 0x1_0000) long.writeUInt16BE(size, 1);
  else long.writeBigUInt64BE(BigInt(size), 1);
  return long;
}

/** A text message as a client sends it (RFC 6455, section 5). */
export function frameText(text: string): Buffer {
  const body = Buffer.from(text, 'utf8');
  return Buffer.concat([Buffer.from([TEXT]), lengthOf(body.length), NO_MASK, body]);
}

export type ServerFrame = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'close' | 'other' };

type Split = { readonly opcode: number; readonly body: Buffer; readonly rest: Buffer };

function splitOne(bytes: Buffer): Split | null {
  const [opcode, short] = bytes;
  if (opcode === undefined || short === undefined) return null;
  const header = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < header) return null;
  const size = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < header + size) return null;
  return { opcode, body: bytes.subarray(header, header + size), rest: bytes.subarray(header + size) };
}

function readFrame({ opcode, body }: Split): ServerFrame {
  if (opcode === TEXT) return { kind: 'text', text: body.toString('utf8') };
  return { kind: opcode === CLOSE ? 'close' : 'other' };
}

/** Takes a server's bytes as they come and hands on whole frames; the answer to the upgrade in front of them is skipped. */
export function createFrameReader(onFrame: (frame: ServerFrame) => void): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0);
  let isUpgraded = false;
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (!isUpgraded) {
      const end = pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      isUpgraded = true;
      pending = pending.subarray(end + 4);
    }
    for (let split = splitOne(pending); split; split = splitOne(pending)) {
      pending = split.rest;
      onFrame(readFrame(split));
    }
  };
}

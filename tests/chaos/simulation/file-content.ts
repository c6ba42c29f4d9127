/** The type that every simulated file is of: one that is kept as it is. */
export const FILE_TYPE = 'application/pdf';

/** What a file of this name holds. */
export const contentOf = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`%PDF-${name}`));

/** A file for a customer to send. */
export const makeFile = (name: string): File => new File([contentOf(name)], name, { type: FILE_TYPE });

import { z } from 'zod';
import { errorCodes } from './errors.ts';

/** What a backend says of itself, once, to the program that started it: where it listens, or why it can't. */
export const serverWordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listening'), port: z.int().positive() }),
  z.object({ kind: z.literal('failed'), code: z.enum(errorCodes).catch('INTERNAL') }),
]);

export type ServerWord = z.input<typeof serverWordSchema>;

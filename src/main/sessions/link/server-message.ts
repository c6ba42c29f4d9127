import { serverToStaffSchemas } from '../../../shared/contracts/wire/staff-socket.ts';

type Schemas = typeof serverToStaffSchemas;

/** Something the backend said without being asked. */
export type ServerMessage = { [K in keyof Schemas]: { readonly name: K; readonly body: ReturnType<Schemas[K]['parse']> } }[keyof Schemas];

const isName = (name: string): name is keyof Schemas => Object.hasOwn(serverToStaffSchemas, name);

/** The message as its contract has it, or null for one that this build doesn't know or can't read. */
export function readServerMessage(name: string, body: unknown): ServerMessage | null {
  if (!isName(name)) return null;
  const read = serverToStaffSchemas[name].safeParse(body);
  // The name picked the schema, so the pair is one of the union; the lookup hides that from the compiler.
  return read.success ? ({ name, body: read.data } as ServerMessage) : null;
}

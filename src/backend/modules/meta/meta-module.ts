import { PROTOCOL_VERSION } from '../../../shared/lib/protocol.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { BackendModule } from '../../module.ts';

export type ServerFacts = { readonly name: string; readonly version: string; readonly demo: boolean };

/** What a program may know of a server before it signs in. */
export const createMetaModule = ({ name, version, demo }: ServerFacts): BackendModule => ({
  name: 'meta',
  policy: { api: { 'meta.handshake': 'anyone' } },
  api: { meta: { handshake: async () => ok({ name, version, protocol: PROTOCOL_VERSION, demo }) } },
});

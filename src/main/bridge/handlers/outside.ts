import type { BridgeQueries } from '../../../shared/contracts/bridge/contract.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Desk } from '../../sessions/index.ts';
import { inWorkspace, type CommandHandlers, type QueryHandlers } from './handler.ts';

/** Opens an address outside the application; the host's own way. */
export type OpenLink = (url: string) => Promise<void> | void;

const BLOB_ID = /^[0-9a-f]{64}$/;

/** The one rule for links: https, to the server that the agent is signed in to, or the demo shop's own chat page. */
function checkLink(desk: Desk, text: string): Result<string, Failure> {
  const url = URL.parse(text);
  if (text === desk.state.chatPage) return ok(text);
  const server = URL.parse(desk.state.server ?? '');
  return url?.protocol === 'https:' && server !== null && url.host === server.host ? ok(url.href) : err({ code: 'FORBIDDEN' });
}

/** Reads of the backend, files and links. */
export const outsideQueries = (desk: Desk) =>
  ({
    'api.ask': inWorkspace(desk)(async ({ api }, { path, input }) => {
      const answer = await api.ask(path, input);
      // A good answer was checked by its contract, all of whose outputs are JSON.
      return answer.ok ? ok(answer.value as BridgeQueries['api.ask']['output']) : answer;
    }),
    // Of the page's own origin in both hosts, which fetch it in the agent's name.
    'attachment.address': ({ blobId }) => (BLOB_ID.test(blobId) ? ok(`/attachment/${blobId}`) : err({ code: 'BAD_INPUT' })),
  }) satisfies Partial<QueryHandlers>;

export const outsideCommands = (desk: Desk, openLink: OpenLink) =>
  ({
    'attachment.add': inWorkspace(desk)(({ api }, { name, mediaType, base64 }) => api.upload({ name, mediaType, bytes: new Uint8Array(Buffer.from(base64, 'base64')) })),
    'link.open': async ({ url }) => {
      const checked = checkLink(desk, url);
      if (!checked.ok) return checked;
      await openLink(checked.value);
      return ok(null);
    },
  }) satisfies Partial<CommandHandlers>;

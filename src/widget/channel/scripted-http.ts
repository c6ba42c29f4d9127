import type { ErrorCode } from '../../shared/contracts/errors.ts';
import type { Visitor } from './visitor-api.ts';

/** For tests: the HTTP side of a backend, as a `fetch` that answers from a script. */
export function createScriptedHttp() {
  const visits: Visitor[] = [];
  const script: { refusesVisits: ErrorCode | null } = { refusesVisits: null };

  const http: typeof fetch = async (address, init) => {
    const asked = new Request(address, init);
    const { pathname, searchParams } = new URL(asked.url);
    if (pathname === '/demo/identity') return Response.json({ identity: `signed ${searchParams.get('customer')}` });
    if (pathname === '/api/blobs') return Response.json({ blobId: 'b1', name: searchParams.get('name'), mediaType: 'image/png', bytes: 3 });
    visits.push((await asked.json()) as Visitor);
    if (script.refusesVisits) return Response.json({ code: script.refusesVisits }, { status: 404 });
    return Response.json({ token: `t${visits.length}`, conversationId: 'c', customerId: 'u', identified: false });
  };
  return { http, visits, script };
}

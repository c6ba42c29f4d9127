import type { Http, HttpResponse } from '../../../src/main/ports/http.ts';
import type { Incarnation } from './incarnation.ts';
import type { Way } from './network.ts';
import type { SimulatedBackend } from './simulated-backend.ts';

type Deps = { readonly way: Way; readonly life: Incarnation; readonly backend: SimulatedBackend; /** Where requests come from. */ readonly address: string };

const EMPTY = new ArrayBuffer(0);

const toResponse = ({ status, body }: { readonly status: number; readonly body: string }): HttpResponse => ({
  status,
  headers: { get: () => null },
  text: () => Promise.resolve(body),
  arrayBuffer: () => Promise.resolve(EMPTY),
});

const methodOf = (method: string): 'GET' | 'PUT' | 'POST' => (method === 'GET' || method === 'PUT' ? method : 'POST');

/** `fetch` over the simulated way: request and answer may each be lost, and then only patience ends the waiting. */
export const createSimulatedHttp = ({ way, life, backend, address }: Deps): Http => (url, { method, headers, body, signal }) =>
  new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('aborted')));
    const { pathname, search } = new URL(url);
    const payload = typeof body === 'object' ? Buffer.from(body) : body;
    const request = { method: methodOf(method), url: pathname + search, headers, remoteAddress: address, ...(payload !== undefined && { payload }) };
    const back = (run: () => void): void => way.carry(() => (life.isAlive() ? run() : undefined));
    way.carry(() => {
      void backend.ask(request).then((answer) => back(() => (answer ? resolve(toResponse(answer)) : reject(new Error('refused')))));
    });
  });

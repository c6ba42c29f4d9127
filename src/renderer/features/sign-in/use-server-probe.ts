import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { PROTOCOL_VERSION } from '../../../shared/lib/protocol.ts';
import { useDesk } from '../../bridge/desk-context.tsx';

export type Probe =
  | { readonly kind: 'none' | 'asking' }
  | { readonly kind: 'reachable'; readonly milliseconds: number; readonly protocol: number }
  | { readonly kind: 'other-protocol'; readonly protocol: number }
  | { readonly kind: 'unreachable'; readonly failure: Failure };

/** An address is asked for once it has stood still this long, in milliseconds. */
const STANDS_STILL = 400;

function useSettled(text: string): string {
  const { after } = useDesk();
  const [settled, setSettled] = useState(text);
  useEffect(() => after(STANDS_STILL, () => setSettled(text)), [after, text]);
  return settled;
}

/** Asks the server at the address whether it is there and speaks our protocol. */
export function useServerProbe(address: string): Probe {
  const { bridge } = useDesk();
  const server = useSettled(address.trim());
  const { data } = useQuery({
    queryKey: ['server.probe', server],
    queryFn: () => bridge.query('server.probe', { server }),
    enabled: server !== '',
    staleTime: 10_000,
  });
  if (server === '') return { kind: 'none' };
  if (data === undefined || server !== address.trim()) return { kind: 'asking' };
  if (!data.ok) return { kind: 'unreachable', failure: data.error };
  const { protocol, milliseconds } = data.value;
  return protocol === PROTOCOL_VERSION ? { kind: 'reachable', protocol, milliseconds } : { kind: 'other-protocol', protocol };
}

import type { Undo } from '../ports/clock.ts';
import type { DemoServer } from '../ports/demo-server.ts';
import type { Desk } from './desk/desk.ts';

/** Made-up customers as a process of their own; how it is started is the host's. */
export type Customers = { readonly kill: () => void };

/**
 * Lets customers come to the demo shop as long as somebody is signed in to it: they begin with the first sign-in and end with
 * the sign-out. Returns what sends them home for good.
 */
export function inviteCustomers(desk: Desk, demo: DemoServer, start: (serverUrl: string) => Customers): Undo {
  let customers: Customers | null = null;
  const leave = (): void => {
    customers?.kill();
    customers = null;
  };
  const look = (): void => {
    const address = desk.isDemo ? demo.address() : null;
    if (address === null) {
      if (!desk.isDemo) leave();
    } else {
      customers ??= start(address);
    }
  };
  const forget = desk.changed.on(look);
  look();
  return () => {
    forget();
    leave();
  };
}

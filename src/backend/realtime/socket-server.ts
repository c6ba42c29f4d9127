import type { Namespace, Server, Socket } from 'socket.io';
import type { CustomerToServer, ServerToCustomer } from '../../shared/contracts/wire/customer-socket.ts';
import type { ServerToStaff, StaffToServer } from '../../shared/contracts/wire/staff-socket.ts';
import type { CustomerPrincipal, StaffPrincipal } from '../principal.ts';

type NoEvents = Record<string, never>;

/** What a desk's connection is, for as long as it lives. */
export type StaffConnection = {
  readonly principal: StaffPrincipal;
  readonly deviceId: string;
  readonly epoch: number;
  /** Conversations it has open. */
  readonly open: Set<string>;
};

export type CustomerConnection = { readonly principal: CustomerPrincipal; readonly tokenEndsAt: number };

export type StaffServer = Server<StaffToServer, ServerToStaff, NoEvents, StaffConnection>;
export type StaffSocket = Socket<StaffToServer, ServerToStaff, NoEvents, StaffConnection>;
export type CustomerNamespace = Namespace<CustomerToServer, ServerToCustomer, NoEvents, CustomerConnection>;
export type CustomerSocket = Socket<CustomerToServer, ServerToCustomer, NoEvents, CustomerConnection>;

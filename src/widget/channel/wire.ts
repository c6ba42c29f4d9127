import type { CUSTOMER_NAMESPACE } from '../../shared/contracts/wire/customer-socket.ts';
import type { SOCKET_PATH } from '../../shared/contracts/wire/staff-socket.ts';

/**
 * Names of the wire. The contracts hold them beside their schemas, and the page loads no schemas: so they stand here again, and
 * the types refuse another value.
 */
export const NAMESPACE: typeof CUSTOMER_NAMESPACE = '/customer';
export const PATH: typeof SOCKET_PATH = '/rt';

/**
 * The entry of the embedded backend's process, bundled by itself. The server finds its parent's port, says where it listens, and
 * ends with its parent.
 */
// oxlint-disable-next-line import/no-unassigned-import -- the module is the program: reading it runs it
import '../backend/server.ts';

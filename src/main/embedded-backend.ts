/**
 * The entry of the embedded backend's process, bundled by itself. The server finds its parent's port, says where it listens, and
 * ends with its parent.
 */
import '../backend/server.ts';

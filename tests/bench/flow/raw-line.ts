import { connect } from 'node:net';
import { SOCKET_PATH } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { createFrameReader, frameText } from '../../chaos/simulation/web-socket-frames.ts';
import type { Line } from './offer-load.ts';
import { upgradeRequest } from './wire-line.ts';

/** A WebSocket by hand to something that echoes; `onTook` hears milliseconds there and back. */
export async function openRawLine(port: number, text: string, onTook: (milliseconds: number) => void): Promise<{ readonly line: Line; readonly close: () => void }> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const waiting: (() => void)[] = [];
  const read = createFrameReader((frame) => {
    if (frame.kind === 'text') waiting.shift()?.();
  });
  socket.write(upgradeRequest(port, SOCKET_PATH));
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', () => resolve());
    socket.on('data', read);
  });
  const send = (): Promise<boolean> =>
    new Promise((resolve) => {
      const start = performance.now();
      waiting.push(() => {
        onTook(performance.now() - start);
        resolve(true);
      });
      socket.write(frameText(text));
    });
  return { line: { send }, close: () => socket.destroy() };
}

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../chromium/profile.ts';

/** What a second instance tells the first. */
export interface InstanceNotice {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/** One application per user data folder: a lock file names the holder, a socket takes what later instances say. */
export class SingleInstance {
  readonly #lock: string;
  readonly #socket: string;
  #server: Server | undefined;
  #told: Promise<void> = Promise.resolve();

  constructor(userData: string) {
    mkdirSync(userData, { recursive: true });
    this.#lock = join(userData, 'standin-instance-lock');
    // A socket's path may have 107 bytes, a user data folder may be longer.
    this.#socket = join(tmpdir(), `electron-standin-${createHash('sha256').update(userData).digest('hex').slice(0, 16)}.sock`);
  }

  get isHeld(): boolean {
    return this.#server !== undefined;
  }

  /** Takes the lock; when another process holds it, tells that one and answers false. */
  acquire(notice: InstanceNotice, onNotice: (notice: InstanceNotice) => void): boolean {
    if (this.isHeld) return true;
    if (!this.#take()) {
      this.#told = this.#tell(notice);
      return false;
    }
    rmSync(this.#socket, { force: true });
    this.#server = createServer((peer) => {
      let text = '';
      peer.setEncoding('utf8').on('data', (part: string) => (text += part));
      peer.on('end', () => onNotice(JSON.parse(text) as InstanceNotice));
    });
    this.#server.listen(this.#socket).unref();
    return true;
  }

  release(): void {
    if (!this.isHeld) return;
    this.#server?.close();
    this.#server = undefined;
    rmSync(this.#lock, { force: true });
  }

  /** Settles when the holder has been told, so that this instance may end. */
  get told(): Promise<void> {
    return this.#told;
  }

  #take(): boolean {
    try {
      writeFileSync(this.#lock, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isAlive(Number(readFileSync(this.#lock, 'utf8')))) return false;
    // Its holder was killed.
    rmSync(this.#lock, { force: true });
    return this.#take();
  }

  #tell(notice: InstanceNotice): Promise<void> {
    return new Promise((resolve) => {
      const peer = connect(this.#socket, () => peer.end(JSON.stringify(notice)));
      peer.on('close', () => resolve());
      // The holder may be ending; then there is nobody to tell.
      peer.on('error', () => resolve());
    });
  }
}

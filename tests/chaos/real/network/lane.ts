import type { Socket } from 'node:net';
import type { Clock } from '../../../../src/main/ports/clock.ts';
import type { SeededRandom } from '../../simulation/seeded-random.ts';
import type { Weather } from './weather.ts';

type Deps = { readonly into: Socket; readonly weather: () => Weather; readonly clock: Clock; readonly random: SeededRandom };

/** One direction of a connection: bytes in order, each piece when the weather lets it through. */
export class Lane {
  readonly #deps: Deps;
  readonly #waiting: Buffer[] = [];
  #isMoving = false;
  #hasEnded = false;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  push(bytes: Buffer): void {
    for (const piece of this.#split(bytes)) this.#waiting.push(piece);
    this.move();
  }

  /** Nothing comes after what was pushed. */
  end(): void {
    this.#hasEnded = true;
    this.move();
  }

  /** Goes on, if there is something to move and the way isn't stalled. */
  move(): void {
    while (!this.#isMoving && !this.#deps.weather().isStalled) {
      const piece = this.#waiting[0];
      if (!piece) return this.#hasEnded ? this.#deps.into.destroySoon() : undefined;
      const delay = this.#delayOf(piece);
      if (delay === 0) this.#deliver();
      else this.#deliverAfter(delay);
    }
  }

  #deliverAfter(delay: number): void {
    this.#isMoving = true;
    this.#deps.clock.after(delay, () => {
      this.#isMoving = false;
      if (!this.#deps.weather().isStalled) this.#deliver();
      this.move();
    });
  }

  #deliver(): void {
    const piece = this.#waiting.shift();
    if (piece && this.#deps.into.writable) this.#deps.into.write(piece);
  }

  #delayOf({ length }: Buffer): number {
    const { latencyMs, jitterMs, bytesPerSecond } = this.#deps.weather();
    const onTheWay = bytesPerSecond === null ? 0 : (1_000 * length) / bytesPerSecond;
    return Math.round(latencyMs + onTheWay + jitterMs * this.#deps.random.fraction());
  }

  #split(bytes: Buffer): Buffer[] {
    const { pieceBytes } = this.#deps.weather();
    if (pieceBytes === null) return [bytes];
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes.length; ) {
      const size = 1 + this.#deps.random.below(pieceBytes);
      pieces.push(bytes.subarray(at, at + size));
      at += size;
    }
    return pieces;
  }
}

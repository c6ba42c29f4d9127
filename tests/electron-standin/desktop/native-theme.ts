import { refuseRest } from '../core/refuse-rest.ts';
import { StrictEmitter } from '../core/strict-emitter.ts';

type Scheme = 'dark' | 'light';

/** Electron's `nativeTheme`. The system is light until a test says otherwise. */
export class NativeTheme extends StrictEmitter {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  readonly #onChange: () => void;
  #source: Scheme | 'system' = 'system';
  #system: Scheme = 'light';

  constructor(onChange: () => void) {
    super({ api: 'NativeTheme', fired: ['updated'], never: [] });
    this.#onChange = onChange;
  }

  get themeSource(): Scheme | 'system' {
    return this.#source;
  }

  set themeSource(source: Scheme | 'system') {
    const before = this.scheme;
    this.#source = source;
    this.#announce(before);
  }

  get shouldUseDarkColors(): boolean {
    return this.scheme === 'dark';
  }

  /** The stand-in's own: what pages are told they should prefer. */
  get scheme(): Scheme {
    return this.#source === 'system' ? this.#system : this.#source;
  }

  /** The stand-in's own: the person changes the system's theme. */
  setSystem(scheme: Scheme): void {
    const before = this.scheme;
    this.#system = scheme;
    this.#announce(before);
  }

  #announce(before: Scheme): void {
    if (this.scheme === before) return;
    this.#onChange();
    this.emit('updated');
  }
}

refuseRest(NativeTheme.prototype, 'NativeTheme', [
  'shouldUseHighContrastColors',
  'shouldUseInvertedColorScheme',
  'inForcedColorsMode',
  'prefersReducedTransparency',
]);

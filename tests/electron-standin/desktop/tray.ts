import { refuseRest } from '../core/refuse-rest.ts';
import { StrictEmitter } from '../core/strict-emitter.ts';
import type { Menu } from './menu.ts';
import { nativeImage, type NativeImage } from './native-image.ts';

const trays = new Set<Tray>();

function readImage(image: NativeImage | string): NativeImage {
  return typeof image === 'string' ? nativeImage.createFromPath(image) : image;
}

/** Electron's `Tray`: an icon nobody sees, with what it says and the menu it would open. */
export class Tray extends StrictEmitter {
  #image: NativeImage;
  #menu: Menu | null = null;
  #toolTip = '';
  #title = '';

  constructor(image: NativeImage | string) {
    const pointer = ['mouse-enter', 'mouse-leave', 'mouse-move', 'mouse-up', 'mouse-down', 'drag-enter', 'drag-leave', 'drag-end', 'drop'];
    super({ api: 'Tray', fired: ['click', 'double-click', 'right-click', 'middle-click'], never: pointer });
    this.#image = readImage(image);
    trays.add(this);
  }

  setImage(image: NativeImage | string): void {
    this.#image = readImage(image);
  }

  setToolTip(toolTip: string): void {
    this.#toolTip = toolTip;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  setContextMenu(menu: Menu | null): void {
    this.#menu = menu;
  }

  popUpContextMenu(menu = this.#menu): void {
    menu?.popup();
  }

  destroy(): void {
    trays.delete(this);
  }

  isDestroyed(): boolean {
    return !trays.has(this);
  }

  /** The stand-in's own: what the icon shows. */
  describe(): { image: NativeImage; toolTip: string; title: string; menu: Menu | null } {
    return { image: this.#image, toolTip: this.#toolTip, title: this.#title, menu: this.#menu };
  }

  /** The stand-in's own: the person chooses an entry of its menu, by its label. */
  choose(label: string): void {
    const item = this.#menu?.items.find((candidate) => candidate.label === label);
    if (item === undefined) throw new Error(`The tray's menu has no '${label}'`);
    item.click();
  }
}

refuseRest(Tray.prototype, 'Tray');

/** The icons in the tray. */
export function listTrays(): Tray[] {
  return [...trays];
}

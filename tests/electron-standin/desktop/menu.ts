import type { MenuItemConstructorOptions } from 'electron';
import { refuseRest, refuseRestOfStatics } from '../core/refuse-rest.ts';
import { StrictEmitter } from '../core/strict-emitter.ts';
import { unmodelled } from '../core/unmodelled.ts';

type ItemType = NonNullable<MenuItemConstructorOptions['type']>;

/** An entry of a menu. A role is kept and can't be carried out: there is no frame to carry it out on. */
export class MenuItem {
  readonly id: string;
  readonly type: ItemType;
  readonly role: MenuItemConstructorOptions['role'];
  readonly accelerator: string | null;
  readonly submenu: Menu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: ((...args: unknown[]) => void) | undefined;

  constructor(options: MenuItemConstructorOptions) {
    const { submenu } = options;
    this.id = options.id ?? '';
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.role = options.role;
    this.accelerator = options.accelerator ?? null;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as Menu | undefined);
    this.label = options.label ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#click = options.click as ((...args: unknown[]) => void) | undefined;
  }

  click(...args: unknown[]): void {
    if (this.#click === undefined && this.role !== undefined) unmodelled(`the menu role '${this.role}'`);
    if (this.type === 'checkbox') this.checked = !this.checked;
    this.#click?.(this, ...args);
  }
}

refuseRest(MenuItem.prototype, 'MenuItem', ['id', 'type', 'role', 'accelerator', 'submenu', 'label', 'enabled', 'visible', 'checked']);

/** Electron's `Menu`. A menu that is popped up stays up; a test finds its items and clicks them. */
export class Menu extends StrictEmitter {
  static #application: Menu | null = null;
  readonly items: MenuItem[] = [];

  constructor() {
    super({ api: 'Menu', fired: ['menu-will-show', 'menu-will-close'], never: [] });
  }

  static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(): void {
    this.emit('menu-will-show', {});
  }

  closePopup(): void {
    this.emit('menu-will-close', {});
  }
}

refuseRest(Menu.prototype, 'Menu', ['items']);
refuseRestOfStatics(Menu, 'Menu');

/**
 * The rooms of the house and what each may import: the table of docs/architecture.md, as data.
 *
 * Paths are regular expressions on the path from the root of the repository. `npm` is an allow-list of package names:
 * what isn't named here is refused, so that a new dependency of a room is a decision somebody sees.
 */
export type Room = {
  readonly name: string;
  /** Which files belong to the room. Every source file belongs to exactly one. */
  readonly files: string;
  /** What counts as the room's own, when that is narrower than `files`: `$1` is the first group of `files`. */
  readonly own?: string;
  /** Other rooms it may import at run time. */
  readonly imports: readonly string[];
  /** Rooms it may import with `import type` only. */
  readonly importsTypes?: readonly string[];
  readonly npm: readonly string[];
  /** Whether `node:` modules are there. */
  readonly node: boolean;
};

const shared = '^src/shared/';
const contracts = '^src/shared/contracts/';
const channels = '^src/shared/contracts/bridge/channels\\.ts$';
const domain = '^src/shared/domain/';
const lib = '^src/shared/lib/';
const protocol = '^src/shared/lib/protocol\\.ts$';
const assist = '^src/assist/';
const ports = '^src/main/ports/';
const sessionsFace = '^src/main/sessions/index\\.ts$';
const bridgeFace = '^src/main/bridge/index\\.ts$';
const renderer = (folder: string) => `^src/renderer/${folder}/`;

const desktopPages = ['react', 'radix-ui', 'lucide-react', 'class-variance-authority', 'virtua', 'cmdk'];
const desktopState = ['@tanstack/react-query', '@tanstack/react-router', 'react-hook-form', 'zustand', 'i18next', 'react-i18next'];

const sharedRooms: readonly Room[] = [
  { name: 'shared/contracts', files: contracts, imports: [lib], npm: ['zod', '@orpc/contract'], node: false },
  { name: 'shared/domain', files: domain, imports: [lib], importsTypes: [contracts], npm: [], node: false },
  { name: 'shared/lib', files: lib, imports: [], importsTypes: [contracts], npm: [], node: false },
  { name: 'assist', files: assist, imports: [lib], importsTypes: [contracts], npm: [], node: false },
];

const backendRooms: readonly Room[] = [
  {
    name: 'backend',
    files: '^src/backend/',
    imports: [shared, assist],
    npm: [
      '@fastify/cookie', '@fastify/rate-limit', '@fastify/static', 'fastify',
      '@orpc/contract', '@orpc/openapi', '@orpc/server', '@orpc/zod', 'zod',
      '@redis/client', 'kysely', 'pg', 'pino', 'sharp', 'socket.io', 'uuid',
    ],
    node: true,
  },
];

const mainRooms: readonly Room[] = [
  { name: 'main/ports', files: ports, imports: [shared], npm: [], node: false },
  {
    name: 'main/sessions',
    files: '^src/main/sessions/',
    imports: [shared, assist, ports],
    npm: ['socket.io-client', '@orpc/contract', 'uuid'],
    node: true,
  },
  { name: 'main/bridge', files: '^src/main/bridge/', imports: [shared, ports, sessionsFace], npm: ['zod'], node: true },
  {
    name: 'main/app',
    files: '^src/main/(app|settings)/',
    own: '^src/main/$1/',
    imports: [shared, ports, sessionsFace, bridgeFace],
    npm: ['electron', 'electron-store', 'pino', 'uuid'],
    node: true,
  },
  { name: 'main/index', files: '^src/main/index\\.ts$', imports: [shared, '^src/main/'], npm: ['electron', 'pino', 'uuid'], node: true },
  {
    name: 'main/embedded-backend',
    files: '^src/main/embedded-backend\\.ts$',
    imports: [shared, ports, '^src/backend/server\\.ts$'],
    npm: ['electron'],
    node: true,
  },
  { name: 'preload', files: '^src/preload/', imports: [channels, protocol], importsTypes: ['^src/shared/contracts/bridge/'], npm: ['electron'], node: false },
  {
    name: 'browser-host',
    files: '^src/browser-host/',
    imports: [shared, ports, '^src/main/(sessions|bridge)/'],
    npm: ['fastify', '@fastify/cookie', '@fastify/static', 'socket.io', 'pino', 'uuid', 'zod'],
    node: true,
  },
];

const pageRooms: readonly Room[] = [
  { name: 'renderer/lib', files: renderer('lib'), imports: [], importsTypes: [contracts], npm: ['clsx', 'tailwind-merge'], node: false },
  { name: 'renderer/ui', files: renderer('ui'), imports: [renderer('lib')], npm: desktopPages, node: false },
  { name: 'renderer/i18n', files: renderer('i18n'), imports: [renderer('lib')], importsTypes: [contracts], npm: ['i18next', 'react', 'react-i18next'], node: false },
  {
    name: 'renderer/stores',
    files: renderer('stores'),
    imports: [domain, lib, renderer('lib')],
    importsTypes: [contracts],
    npm: ['react', 'zustand'],
    node: false,
  },
  {
    name: 'renderer/bridge',
    files: renderer('bridge'),
    imports: [channels, domain, lib, renderer('stores'), renderer('lib')],
    importsTypes: [contracts],
    npm: ['@tanstack/react-query', 'react', 'zustand'],
    node: false,
  },
  {
    name: 'renderer/features',
    files: '^src/renderer/features/([^/]+)/',
    own: '^src/renderer/features/$1/',
    imports: [domain, lib, renderer('(bridge|stores|ui|lib|i18n)')],
    importsTypes: [contracts],
    npm: [...desktopPages, ...desktopState],
    node: false,
  },
  {
    name: 'renderer/app',
    files: '^src/renderer/app/',
    imports: [domain, lib, renderer('(bridge|stores|features|ui|lib|i18n)')],
    importsTypes: [contracts],
    npm: [...desktopPages, ...desktopState, 'react-dom', '@fontsource-variable/inter', '@fontsource-variable/noto-sans-sc'],
    node: false,
  },
  {
    // Shows every component while one works on them; not shipped, so nobody may import it.
    name: 'renderer/gallery',
    files: '^src/renderer/(gallery/|gallery\\.tsx$)',
    imports: [renderer('(ui|lib|i18n)'), '^src/renderer/app/styles[^/]*\\.css$'],
    npm: [...desktopPages, 'react-dom'],
    node: false,
  },
  {
    name: 'widget',
    files: '^src/widget/',
    imports: [domain, lib],
    importsTypes: [contracts],
    npm: ['preact', 'socket.io-client'],
    node: false,
  },
];

const driverRooms: readonly Room[] = [
  {
    name: 'simulator',
    files: '^src/simulator/',
    imports: [shared, assist],
    npm: ['socket.io-client', '@orpc/contract', 'uuid'],
    node: true,
  },
  {
    name: 'cli',
    files: '^src/cli/',
    imports: [shared, assist, '^src/backend/[^/]+\\.ts$', '^src/simulator/index\\.ts$'],
    npm: [],
    node: true,
  },
];

export const rooms: readonly Room[] = [...sharedRooms, ...backendRooms, ...mainRooms, ...pageRooms, ...driverRooms];

/** One import that stands where it may not (or, in `allowed`, where it just may). */
export type Plant = {
  /** The rule that must report it. */
  readonly rule: string;
  readonly from: string;
  /** The specifier as written; a relative one is created unless `isMissing`. */
  readonly to: string;
  /** How it is imported: by `import` unless said. */
  readonly how?: (specifier: string) => string;
  readonly isMissing?: boolean;
  /** Other rules that rightly report the same arrow. */
  readonly alsoBy?: readonly string[];
};

const asType = (specifier: string) => `import type { T } from '${specifier}';`;
const reExport = (specifier: string) => `export * from '${specifier}';`;
const atRunTime = (specifier: string) => `await import('${specifier}');`;
const named = (specifier: string) => `import { T } from '${specifier}';`;

/** `[rule, from, to]`, and what is out of the ordinary. */
const plant = ([rule, from, to]: readonly [string, string, string], more: Partial<Plant> = {}): Plant => ({ rule, from, to, ...more });

const housePlants: readonly Plant[] = [
  plant(['no-cycles', 'src/assist/day.ts', './night.ts']),
  plant(['no-cycles', 'src/assist/night.ts', './day.ts'], { how: asType }),
  plant(['no-import-of-tests', 'src/cli/command.ts', '../../tests/fixture.ts']),
  plant(['no-import-of-tests', 'src/cli/other-command.ts', './command.test.ts']),
  plant(['src-stands-alone', 'src/cli/third-command.ts', '../../scripts/tool.ts']),
  plant(['no-unresolved', 'src/cli/fourth-command.ts', './nowhere.ts'], { isMissing: true }),
  plant(['no-unlisted-package', 'src/backend/by-chance.ts', 'engine.io'], { alsoBy: ['backend:npm'] }),
];

const sharedPlants: readonly Plant[] = [
  plant(['shared/contracts:imports', 'src/shared/contracts/a.ts', '../domain/b.ts'], { how: asType }),
  plant(['shared/contracts:npm', 'src/shared/contracts/a.ts', 'uuid']),
  plant(['shared/contracts:node', 'src/shared/contracts/a.ts', 'node:fs']),
  plant(['shared/domain:imports', 'src/shared/domain/a.ts', '../../assist/b.ts'], { how: asType }),
  plant(['shared/domain:types-only', 'src/shared/domain/a.ts', '../contracts/b.ts']),
  plant(['shared/domain:npm', 'src/shared/domain/a.ts', 'zod'], { how: asType }),
  plant(['shared/domain:node', 'src/shared/domain/a.ts', 'node:crypto']),
  plant(['shared/lib:imports', 'src/shared/lib/a.ts', '../domain/c.ts']),
  plant(['shared/lib:types-only', 'src/shared/lib/a.ts', '../contracts/c.ts']),
  plant(['shared/lib:npm', 'src/shared/lib/a.ts', 'zod']),
  plant(['shared/lib:node', 'src/shared/lib/a.ts', 'node:fs']),
  plant(['assist:imports', 'src/assist/a.ts', '../backend/b.ts'], { how: asType }),
  plant(['assist:types-only', 'src/assist/a.ts', '../shared/contracts/d.ts'], { how: reExport }),
  plant(['assist:npm', 'src/assist/a.ts', 'minisearch']),
  plant(['assist:node', 'src/assist/a.ts', 'node:fs']),
];

const processPlants: readonly Plant[] = [
  plant(['backend:imports', 'src/backend/a.ts', '../main/sessions/b.ts'], { how: asType }),
  plant(['backend:npm', 'src/backend/a.ts', 'electron']),
  plant(['main/ports:imports', 'src/main/ports/a.ts', '../sessions/b.ts'], { how: asType }),
  plant(['main/ports:npm', 'src/main/ports/a.ts', 'electron'], { how: asType }),
  plant(['main/ports:node', 'src/main/ports/a.ts', 'node:fs']),
  plant(['main/sessions:imports', 'src/main/sessions/a.ts', '../app/b.ts']),
  plant(['main/sessions:npm', 'src/main/sessions/a.ts', 'electron'], { how: asType }),
  plant(['main/bridge:imports', 'src/main/bridge/a.ts', '../sessions/inside.ts']),
  plant(['main/bridge:npm', 'src/main/bridge/a.ts', 'electron']),
  plant(['main/app:imports', 'src/main/app/a.ts', '../sessions/inside.ts']),
  plant(['main/app:imports', 'src/main/app/a.ts', '../settings/b.ts']),
  plant(['main/app:npm', 'src/main/app/a.ts', 'react']),
  plant(['main/index:imports', 'src/main/index.ts', '../backend/server.ts'], { how: atRunTime }),
  plant(['main/index:npm', 'src/main/index.ts', 'fastify']),
  plant(['main/embedded-backend:imports', 'src/main/embedded-backend.ts', '../backend/modules/b.ts']),
  plant(['main/embedded-backend:npm', 'src/main/embedded-backend.ts', 'fastify']),
  plant(['preload:imports', 'src/preload/a.ts', '../renderer/lib/b.ts'], { how: asType }),
  plant(['preload:types-only', 'src/preload/a.ts', '../shared/contracts/bridge/queries.ts']),
  plant(['preload:npm', 'src/preload/a.ts', 'zod']),
  plant(['preload:node', 'src/preload/a.ts', 'node:fs']),
  plant(['browser-host:imports', 'src/browser-host/a.ts', '../backend/b.ts']),
  plant(['browser-host:npm', 'src/browser-host/a.ts', 'electron'], { how: asType }),
  plant(['simulator:imports', 'src/simulator/a.ts', '../backend/b.ts']),
  plant(['simulator:npm', 'src/simulator/a.ts', 'pg']),
  plant(['cli:imports', 'src/cli/a.ts', '../backend/modules/b.ts']),
  plant(['cli:npm', 'src/cli/a.ts', 'pino']),
];

const pagePlants: readonly Plant[] = [
  plant(['renderer/lib:imports', 'src/renderer/lib/a.ts', '../ui/b.ts']),
  plant(['renderer/lib:types-only', 'src/renderer/lib/a.ts', '../../shared/contracts/b.ts']),
  plant(['renderer/lib:npm', 'src/renderer/lib/a.ts', 'react']),
  plant(['renderer/lib:node', 'src/renderer/lib/a.ts', 'node:path']),
  plant(['renderer/ui:imports', 'src/renderer/ui/a.tsx', '../i18n/b.ts']),
  plant(['renderer/ui:npm', 'src/renderer/ui/a.tsx', 'zustand']),
  plant(['renderer/ui:node', 'src/renderer/ui/a.tsx', 'node:path']),
  plant(['renderer/i18n:imports', 'src/renderer/i18n/a.ts', '../features/inbox/b.ts']),
  plant(['renderer/i18n:types-only', 'src/renderer/i18n/a.ts', '../../shared/contracts/errors.ts']),
  plant(['renderer/i18n:npm', 'src/renderer/i18n/a.ts', 'zod']),
  plant(['renderer/i18n:node', 'src/renderer/i18n/a.ts', 'node:fs']),
  plant(['renderer/stores:imports', 'src/renderer/stores/a.ts', '../bridge/c.ts']),
  plant(['renderer/stores:types-only', 'src/renderer/stores/a.ts', '../../shared/contracts/b.ts']),
  plant(['renderer/stores:npm', 'src/renderer/stores/a.ts', '@tanstack/react-query']),
  plant(['renderer/stores:node', 'src/renderer/stores/a.ts', 'node:fs']),
  plant(['renderer/bridge:imports', 'src/renderer/bridge/a.ts', '../features/inbox/b.ts']),
  plant(['renderer/bridge:types-only', 'src/renderer/bridge/a.ts', '../../shared/contracts/api/b.ts']),
  plant(['renderer/bridge:npm', 'src/renderer/bridge/a.ts', 'socket.io-client']),
  plant(['renderer/bridge:node', 'src/renderer/bridge/a.ts', 'node:fs']),
  plant(['renderer/features:imports', 'src/renderer/features/inbox/a.tsx', '../composer/b.ts'], { how: asType }),
  plant(['renderer/features:types-only', 'src/renderer/features/inbox/a.tsx', '../../../shared/contracts/b.ts']),
  plant(['renderer/features:npm', 'src/renderer/features/inbox/a.tsx', 'zod'], { how: asType }),
  plant(['renderer/features:node', 'src/renderer/features/inbox/a.tsx', 'node:fs']),
  plant(['renderer/app:imports', 'src/renderer/app/a.tsx', '../../main/sessions/b.ts'], { how: asType }),
  plant(['renderer/app:types-only', 'src/renderer/app/a.tsx', '../../shared/contracts/b.ts'], { how: named }),
  plant(['renderer/app:npm', 'src/renderer/app/a.tsx', 'zod']),
  plant(['renderer/app:node', 'src/renderer/app/a.tsx', 'node:fs']),
  plant(['renderer/app:imports', 'src/renderer/app/b.tsx', '../gallery/page.tsx']),
  plant(['renderer/gallery:imports', 'src/renderer/gallery/a.tsx', '../features/inbox/b.ts']),
  plant(['renderer/gallery:npm', 'src/renderer/gallery.tsx', 'zustand']),
  plant(['renderer/gallery:node', 'src/renderer/gallery/a.tsx', 'node:fs']),
  plant(['widget:imports', 'src/widget/a.tsx', '../renderer/lib/b.ts']),
  plant(['widget:types-only', 'src/widget/a.tsx', '../shared/contracts/b.ts']),
  plant(['widget:npm', 'src/widget/a.tsx', 'zod']),
  plant(['widget:node', 'src/widget/a.tsx', 'node:fs']),
];

export const plants: readonly Plant[] = [...housePlants, ...sharedPlants, ...processPlants, ...pagePlants];

/** Neighbours of the planted ones that must stay allowed. */
export const allowed: readonly Plant[] = [
  plant(['', 'src/shared/domain/fine.ts', '../contracts/b.ts'], { how: asType }),
  plant(['', 'src/shared/contracts/fine.ts', 'zod']),
  plant(['', 'src/main/bridge/fine.ts', '../sessions/index.ts']),
  plant(['', 'src/main/embedded-backend.ts', '../backend/server.ts']),
  plant(['', 'src/main/index.ts', './app/b.ts']),
  plant(['', 'src/preload/fine.ts', '../shared/contracts/bridge/channels.ts']),
  plant(['', 'src/renderer/features/inbox/fine.tsx', './b.ts']),
  plant(['', 'src/renderer/features/inbox/fine.tsx', '../../../shared/contracts/b.ts'], { how: asType }),
  plant(['', 'src/renderer/app/fine.tsx', '../features/inbox/b.ts']),
  plant(['', 'src/renderer/app/fine.tsx', './styles.css']),
  plant(['', 'src/renderer/gallery.tsx', './gallery/b.tsx']),
  plant(['', 'src/assist/fine.test.ts', 'vitest']),
  plant(['', 'src/assist/fine.test.ts', '../backend/b.ts']),
  plant(['', 'tests/fine.ts', '../src/backend/b.ts']),
];

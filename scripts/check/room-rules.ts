import type { IRegularForbiddenRuleType } from 'dependency-cruiser';
import type { Room } from './rooms.ts';

/** Tests may import everything, wherever they stand. */
export const testFile = '(^tests/|\\.test\\.tsx?$)';

const npmKinds = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'] as const;

/** Also matches `@types/<name>`: where a package has no types of its own the parser resolves to them. */
const inPackage = (name: string) => `(^|/)node_modules/(@types/)?${name.replaceAll('.', '\\.')}/`;

/** An empty list of exceptions would become an empty expression, which matches everything. */
const allowing = (paths: readonly string[]) => (paths.length === 0 ? {} : { pathNot: [...paths] });

/**
 * The rules a room's line in the table stands for: `<room>:imports`, `:types-only` (when it has such), `:npm`, and
 * `:node` (when it has no Node). All are deny by default.
 */
export function roomRules(room: Room): IRegularForbiddenRuleType[] {
  const from = { path: room.files, pathNot: testFile };
  const atRunTime = [room.own ?? room.files, ...room.imports];
  const asTypes = [...(room.importsTypes ?? [])];
  const rule = (kind: string, to: IRegularForbiddenRuleType['to'], comment: string): IRegularForbiddenRuleType => ({
    name: `${room.name}:${kind}`,
    severity: 'error',
    comment,
    from,
    to,
  });
  return [
    rule('imports', { path: '^src/', pathNot: [...atRunTime, ...asTypes] }, 'The room may not import that: see scripts/check/rooms.ts.'),
    ...(asTypes.length === 0
      ? []
      : [rule('types-only', { path: asTypes, pathNot: atRunTime, dependencyTypesNot: ['type-only'] }, 'Only `import type` may cross here.')]),
    rule('npm', { dependencyTypes: [...npmKinds], ...allowing(room.npm.map(inPackage)) }, 'The package is not on the list of the room.'),
    ...(room.node ? [] : [rule('node', { dependencyTypes: ['core'] }, 'The room has no Node: hand the thing in.')]),
  ];
}

import { roomRules, testFile } from './scripts/check/room-rules.ts';
import { rooms } from './scripts/check/rooms.ts';

/** The one authority on arrows. The table of rooms is in scripts/check/rooms.ts; here stand the rules of the whole house. */
/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const houseRules = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'A cycle, types included: the two files are one, or a third is missing.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-import-of-tests',
    severity: 'error',
    comment: 'Tests import everything; nobody imports tests.',
    from: { pathNot: testFile },
    to: { path: testFile },
  },
  {
    name: 'src-stands-alone',
    severity: 'error',
    comment: 'What is shipped imports nothing of the workshop.',
    from: { path: '^src/', pathNot: testFile },
    to: { path: '^(scripts|docs|out|bin|\\.ci)/' },
  },
  {
    name: 'no-unresolved',
    severity: 'error',
    comment: 'The import leads nowhere.',
    from: {},
    to: { couldNotResolve: true, dependencyTypesNot: ['core'] },
  },
  {
    name: 'no-unlisted-package',
    severity: 'error',
    comment: 'The package is there by chance (a dependency of another one): name it in package.json.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...houseRules, ...rooms.flatMap(roomRules)],
  options: {
    // With TypeScript 7 every other parser reads nothing of a .ts file, silently.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|tests/fixtures)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default', 'require'],
    },
  },
};

import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/**
 * The tools of the project first, so that `node` is the Node of the dev dependency, whatever the machine has. A test run starts hundreds of
 * processes of the same sources: what Node made of them is kept (a third of what loading a backend costs).
 */
export const toolEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [path.join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(path.delimiter),
  NODE_COMPILE_CACHE: path.join(root, '.cache/compiled'),
};

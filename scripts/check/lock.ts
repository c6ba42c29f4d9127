type Dependencies = Readonly<Record<string, string>>;

type LockEntry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly dependencies?: Dependencies;
  readonly optionalDependencies?: Dependencies;
};

/** What is read of package-lock.json (lockfileVersion 3): folder of the package -> entry. */
export type Lock = { readonly packages: Readonly<Record<string, LockEntry>> };

export type Manifest = { readonly dependencies?: Dependencies; readonly devDependencies?: Dependencies };

/** `a/node_modules/b` -> `a`, then the root, as Node looks a package up. */
function* foldersUp(folder: string): Generator<string> {
  for (let at = folder; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('node_modules/'), 0)).replace(/\/$/, '')) yield `${at}/`;
  yield '';
}

/**
 * Every dependency named in the lock, other systems' binaries too, needs its own entry, or `npm ci` fails there with
 * "Missing from lock file". A lock made where a registry lacks those binaries is silently short of them.
 */
export function incompleteEntries(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([folder, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => ![...foldersUp(folder)].some((up) => `${up}node_modules/${name}` in lock.packages))
      .map((name) => `${folder || 'the root'} needs ${name}, which has no entry in the lock`),
  );
}

/** A lock that names a host installs from that host only, wherever it is used. */
export function registryHosts(lock: Lock): string[] {
  return Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved !== undefined && /^(git\+)?(https?|ssh):/.test(entry.resolved))
    .map(([folder]) => `${folder} is bound to a host in the lock: omit-lockfile-registry-resolved in .npmrc keeps it out`);
}

/** The manifest pins exactly, and the lock holds those very versions. */
export function brokenPins(manifest: Manifest, lock: Lock): string[] {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)
    .map(([name, version]) => `package.json wants ${name} ${version}, the lock has ${lock.packages[`node_modules/${name}`]?.version ?? 'none'}`);
}

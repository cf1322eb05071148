import { readFileSync } from 'node:fs';
import { satisfies } from 'semver';
import { describe, expect, it } from 'vitest';

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  engines?: { node?: string };
  optionalDependencies?: Record<string, string>;
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const packagesOf = (path: string) => Object.entries((read(path) as { packages: Record<string, Locked> }).packages);

/** Where Node would find a package from the folder of another: there, or in one of the folders above. */
function found(packages: Map<string, Locked>, from: string, name: string): Locked | undefined {
  const own = packages.get(`${from ? `${from}/` : ''}node_modules/${name}`);
  if (own || !from) return own;
  return found(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

describe.each(['package-lock.json', 'tests/e2e/real/adminjs/package-lock.json', 'tests/e2e/real/react-admin/package-lock.json'])(
  '%s',
  (path) => {
    const packages = packagesOf(path);
    it('holds the native parts of every platform, not of this machine alone', () => {
      const all = new Map(packages);
      const wanted = packages.flatMap(([from, one]) => Object.keys(one.optionalDependencies ?? {}).map((name) => ({ from, name })));
      expect(wanted.length).toBeGreaterThan(20);
      expect(wanted.filter(({ from, name }) => !found(all, from, name)?.integrity)).toEqual([]);
    });
    it('has the checksum of each package, and names no place to fetch it from', () => {
      const named = packages.filter(([from]) => from !== '');
      expect(named.filter(([, one]) => !one.version || !one.integrity).map(([from]) => from)).toEqual([]);
      expect(named.filter(([, one]) => one.resolved !== undefined).map(([from]) => from)).toEqual([]);
    });
  },
);

it.each(['20.19.0', '22.13.0', '24.0.0'])('no package warns on Node %s', (node) => {
  const refusing = packagesOf('package-lock.json').filter(([, one]) => !satisfies(node, one.engines?.node ?? '*'));
  expect(refusing.map(([from, one]) => `${from} ${one.version}: ${one.engines?.node}`)).toEqual([]);
});

/**
 * Two libraries carry a way to turn text into markup or code. Kido uses neither way; taking them out of the build
 * makes that a fact and not a habit. When an update moves them the build fails, so that somebody looks.
 */
const escapes = [
  { file: /\/preact\/dist\/preact\.(?:module\.js|mjs)$/, find: /\.innerHTML=(\w+)\.__html/, put: '.textContent=$1.__html' },
  {
    file: /\/zod\/v4\/core\/util\.js$/,
    find: /const F = Function;/,
    put: "const F = class { constructor() { throw new Error('no code from text'); } };",
  },
  {
    file: /\/zod\/v4\/core\/doc\.js$/,
    find: /const F = Function;/,
    put: "const F = class { constructor() { throw new Error('no code from text'); } };",
  },
];

/** The Vite plugin. */
export default function preactEscapes() {
  return {
    name: 'kido:preact-escapes',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      const found = escapes.find(({ file }) => file.test(id.split('?')[0]?.replaceAll('\\', '/') ?? ''));
      if (!found) return null;
      if (!found.find.test(code)) throw new Error(`${id}: the part that Kido takes out has moved; see tests/build/preact-escapes.ts`);
      return { code: code.replace(found.find, found.put), map: null };
    },
  };
}

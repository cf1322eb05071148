/** Which folder may import which; the README says why. Dependencies point inward. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const lib = (folder) => `^lib/${folder}/`;

module.exports = {
  forbidden: [
    rule('no-cycles', 'Move what both need into a third file.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule(
      'core-imports-core',
      'core is pure: itself, zod and the calendar library only.',
      { path: lib('core') },
      { pathNot: [lib('core'), 'node_modules/(zod|temporal-polyfill)'] },
    ),
    rule('core-no-node', 'core runs in browsers.', { path: lib('core') }, { dependencyTypes: ['core'] }),
    rule(
      'formats',
      'formats import core and themselves.',
      { path: lib('formats') },
      { path: '^(lib|entrypoints|components)/', pathNot: [lib('core'), lib('formats')] },
    ),
    ...['readers', 'store', 'messages', 'deliver'].map((folder) =>
      rule(
        folder,
        `${folder} import core, formats and themselves.`,
        { path: lib(folder) },
        { path: '^(lib|entrypoints|components)/', pathNot: [lib('core'), lib('formats'), lib(folder)] },
      ),
    ),
    rule(
      'settings',
      'settings import core, formats, store and themselves.',
      { path: lib('settings') },
      { path: '^(lib|entrypoints|components)/', pathNot: [lib('core'), lib('formats'), lib('settings'), lib('store')] },
    ),
    rule(
      'components',
      'components take props: types of core and formats, words, and each other.',
      { path: '^components/' },
      { path: '^(lib|entrypoints)/', pathNot: [lib('core'), lib('formats'), lib('words')] },
    ),
    rule(
      'components-types',
      'components import core and formats for their types only.',
      { path: '^components/' },
      { path: [lib('core'), lib('formats')], dependencyTypesNot: ['type-only'] },
    ),
    rule('nothing-imports-entrypoints', 'entrypoints are wiring.', { pathNot: '^(entrypoints|tests)/' }, { path: '^entrypoints/' }),
    rule(
      'entrypoints-apart',
      'entrypoints never import each other; they talk through messages.',
      { path: '^entrypoints/([^/]+)/' },
      { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
    ),
    rule('nothing-imports-cli', 'the command line is an end.', { pathNot: '^(lib/cli|tests)/' }, { path: lib('cli') }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};

/** Which folder may import which; the README says why. Dependencies point inward. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const lib = (folder) => `^lib/${folder}/`;

module.exports = {
  forbidden: [
    rule('no-cycles', 'Move what both need into a third file.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule('core-no-cycles', 'Not even of types.', { path: lib('core') }, { circular: true }),
    rule('core-imports-core', 'core is pure: itself and zod only.', { path: lib('core') }, { pathNot: [lib('core'), 'node_modules/zod'] }),
    rule('core-no-node', 'core runs in browsers.', { path: lib('core') }, { dependencyTypes: ['core'] }),
    rule(
      'readers',
      'readers import core and themselves.',
      { path: lib('readers') },
      { path: '^(lib|entrypoints|components)/', pathNot: [lib('core'), lib('readers')] },
    ),
    rule(
      'store',
      'store imports core and itself.',
      { path: lib('store') },
      { path: '^(lib|entrypoints|components)/', pathNot: [lib('core'), lib('store')] },
    ),
    rule(
      'messages',
      'messages import core and themselves.',
      { path: lib('messages') },
      { path: '^(lib|entrypoints|components)/', pathNot: [lib('core'), lib('messages')] },
    ),
    rule(
      'deliver',
      'deliver imports core and itself.',
      { path: lib('deliver') },
      { path: '^(lib|entrypoints|components)/', pathNot: [lib('core'), lib('deliver')] },
    ),
    rule(
      'settings',
      'settings import core, themselves and the types of the readers.',
      { path: lib('settings') },
      { path: '^(lib|entrypoints|components)/', pathNot: [lib('core'), lib('settings'), lib('readers')] },
    ),
    rule(
      'components',
      'components take props: types of core, and each other.',
      { path: '^components/' },
      { path: '^(lib|entrypoints)/', pathNot: [lib('core')] },
    ),
    rule(
      'components-types',
      'components import core for its types only.',
      { path: '^components/' },
      { path: lib('core'), dependencyTypesNot: ['type-only'] },
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

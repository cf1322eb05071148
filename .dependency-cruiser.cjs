/** Which folder may import which; the README says why. Dependencies point inward. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const lib = (...folders) => folders.map((folder) => `^lib/${folder}/`);
const ours = '^(lib|entrypoints|components)/';

/** A folder of lib, and the folders whose files it may import besides its own. */
const within = (folder, ...others) =>
  rule(
    folder,
    `${folder} imports ${[...others, 'itself'].join(', ')}.`,
    { path: lib(folder) },
    { path: ours, pathNot: lib(folder, ...others) },
  );

module.exports = {
  forbidden: [
    rule('no-cycles', 'Move what both need into a third file; types count.', {}, { circular: true }),
    rule(
      'core-imports-core',
      'core is pure: itself and zod only.',
      { path: lib('core') },
      { pathNot: [...lib('core'), 'node_modules/zod'] },
    ),
    rule('core-no-node', 'core runs in browsers.', { path: lib('core') }, { dependencyTypes: ['core'] }),
    within('formats', 'core'),
    within('words', 'core'),
    ...['readers', 'store', 'messages'].map((folder) => within(folder, 'core', 'formats')),
    within('deliver', 'core', 'formats', 'words'),
    within('keeper', 'core', 'formats', 'store', 'words'),
    within('actions', 'core', 'formats', 'readers', 'store', 'messages', 'deliver', 'keeper', 'words'),
    rule(
      'actions-need-no-browser',
      'What is needed of a browser comes as an argument: lib/actions/host.ts.',
      { path: lib('keeper', 'actions', 'store', 'formats', 'readers', 'deliver') },
      { path: ['^wxt', 'node_modules/(wxt|webextension-polyfill|@wxt-dev|preact)', '[.]css'] },
    ),
    rule(
      'only-the-keeper-folds',
      'An account is folded and assessed in one place; ask the keeper.',
      { pathNot: [...lib('core', 'keeper', 'cli'), '^tests/'] },
      { path: '^lib/core/(account/fold-account|assess/assess)[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'the-store-is-behind-the-keeper',
      'Only keeper, actions and team reach the store; all others ask by messages.',
      { pathNot: [...lib('store', 'keeper', 'actions', 'team'), '^tests/'] },
      { path: lib('store'), dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'components',
      'components take props: types of core and formats, words, and each other.',
      { path: '^components/' },
      { path: ours, pathNot: ['^components/', ...lib('core', 'formats', 'words')] },
    ),
    rule(
      'components-types',
      'components import core and formats for their types only.',
      { path: '^components/' },
      { path: lib('core', 'formats'), dependencyTypesNot: ['type-only'] },
    ),
    rule('nothing-imports-entrypoints', 'entrypoints are wiring.', { pathNot: '^(entrypoints|tests)/' }, { path: '^entrypoints/' }),
    rule(
      'entrypoints-apart',
      'entrypoints never import each other; they talk through messages.',
      { path: '^entrypoints/([^/.]+)' },
      { path: '^entrypoints/', pathNot: '^entrypoints/$1(/|[.])' },
    ),
    rule('nothing-imports-cli', 'the command line is an end.', { pathNot: ['^lib/cli/', '^tests/'] }, { path: lib('cli') }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};

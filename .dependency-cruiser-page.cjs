const base = require('./.dependency-cruiser.cjs');

/** What really ends up in a page: types are left out, every path is followed. */
module.exports = {
  forbidden: [
    {
      name: 'page-reaches-nothing',
      comment: 'A content script must not even indirectly reach storage, actions, the network or zod: its page may be hostile.',
      severity: 'error',
      from: { path: '^entrypoints/(account-page|teach|probe|dock)' },
      to: {
        path: ['^lib/(store|keeper|actions|deliver|words/|readers/api)/', 'node_modules/(idb|zod|jsonata|webextension-polyfill)'],
        reachable: true,
      },
    },
  ],
  options: { ...base.options, tsPreCompilationDeps: false },
};

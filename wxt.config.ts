import { defineConfig } from 'wxt';
import preactEscapes from './tests/build/preact-escapes';

/**
 * Two browsers, one manifest version. `e2e` builds open the shadow root for accessibility checks and keep a fixed
 * id; production builds do neither.
 */
export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  outDirTemplate: '{{browser}}-mv3{{modeSuffix}}',
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'storage',
      'scripting',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // The set-up steps are framed on a console's page. Their address changes with every start of Chrome, and a frame
    // without the pass of its tab stays empty.
    web_accessible_resources: [
      { resources: ['options.html'], matches: ['https://*/*', 'http://*/*'], ...(browser === 'firefox' ? {} : { use_dynamic_url: true }) },
    ],
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      'log-touchpoint': { suggested_key: { default: 'Alt+K' }, description: '__MSG_commandLog__' },
      'toggle-panel': { suggested_key: { default: 'Alt+J' }, description: '__MSG_commandToggle__' },
      'hide-panel': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_commandHide__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'kido@kido.example', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : {
          storage: { managed_schema: 'managed-schema.json' },
          // Frames with an address that changes work from here on.
          minimum_chrome_version: '130',
          ...(mode === 'production' ? {} : { key: developmentKey }),
        }),
  }),
  zip: { excludeSources: ['tests/artifacts/**', '.venv/**'] },
  vite: ({ mode }) => ({
    plugins: [preactEscapes()],
    esbuild: { charset: 'utf8' },
    define: { __OPEN_SHADOW__: JSON.stringify(mode === 'e2e') },
    build: {
      target: 'es2022',
      cssMinify: true,
      minify: 'terser' as const,
      terserOptions: { ecma: 2020 as const, format: { ascii_only: false, comments: false }, compress: { passes: 2 } },
    },
  }),
});

// A public key only: it fixes the id of unpacked test builds and signs nothing.
const developmentKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwJkNKMjkSQtldwRbSxmbzrVGsKEh6b/WIDu91eVYFU/RJTcrvyssVx6isivxurbRy5QErJ0q6bbjECrc+4dIA4c+jyqmYLVnqCOgqj20xqiczjeH+Vl9LAmWzn3wvNIcfcX1ndXBYrlWtMUbaJT461Xl9aI4hMgN+6DwOS5RqBq/PeIyicPkeYKkTQMVFwTRac9SeysOIyKTeEvA4s5Cr4YWsxe32Bvitqo8/MGrgC0TbhaZu8XhZ75GfV0eqSFUjxpPSHoRBH3ASK3oMK7ZnuPmexZriQ9Ojcz9z1zi51SfgQspPGyp74+8e9u1QsmGIaBDf1l+zx4tWrLl4hOoowIDAQAB';

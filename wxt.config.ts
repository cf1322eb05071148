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
  manifest: ({ browser, mode, command }) => ({
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
    // Asked for when a person switches the weekly backup on.
    optional_permissions: ['downloads'],
    // What is framed on a console's page: the set-up steps and a form, each empty without the pass of its tab. The
    // settings are not among them. Their address changes with every start of Chrome.
    web_accessible_resources: [
      {
        resources: ['connect.html', 'form.html'],
        matches: ['https://*/*', 'http://*/*'],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    // Development loads from a server of its own.
    ...(command === 'serve' ? {} : { content_security_policy: { extension_pages: contentPolicy } }),
    // What is read in a private window would stay in the journal after that window is closed.
    incognito: 'not_allowed' as const,
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      'log-touchpoint': { suggested_key: { default: 'Alt+K' }, description: '__MSG_commandLog__' },
      'toggle-panel': { suggested_key: { default: 'Alt+J' }, description: '__MSG_commandToggle__' },
      'hide-panel': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_commandHide__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'kido@kido.example',
              strict_min_version: '142.0',
              // Nothing leaves by itself. What webhooks and APIs are sent is asked for when the first is added.
              data_collection_permissions: {
                required: ['none'],
                optional: [
                  'authenticationInfo',
                  'browsingActivity',
                  'personalCommunications',
                  'personallyIdentifyingInfo',
                  'websiteContent',
                ],
              },
            },
          },
        }
      : {
          storage: { managed_schema: 'managed-schema.json' },
          // A window that opens one of Kido's pages keeps no hold on it.
          cross_origin_opener_policy: { value: 'same-origin' },
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

/** Everything from the extension itself; the network for the consoles' APIs and webhooks, whose addresses people enter. */
const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src http: https:',
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

// A public key only: it fixes the id of unpacked test builds and signs nothing.
const developmentKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwJkNKMjkSQtldwRbSxmbzrVGsKEh6b/WIDu91eVYFU/RJTcrvyssVx6isivxurbRy5QErJ0q6bbjECrc+4dIA4c+jyqmYLVnqCOgqj20xqiczjeH+Vl9LAmWzn3wvNIcfcX1ndXBYrlWtMUbaJT461Xl9aI4hMgN+6DwOS5RqBq/PeIyicPkeYKkTQMVFwTRac9SeysOIyKTeEvA4s5Cr4YWsxe32Bvitqo8/MGrgC0TbhaZu8XhZ75GfV0eqSFUjxpPSHoRBH3ASK3oMK7ZnuPmexZriQ9Ojcz9z1zi51SfgQspPGyp74+8e9u1QsmGIaBDf1l+zx4tWrLl4hOoowIDAQAB';

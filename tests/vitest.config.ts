import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './closing-line';

export const root = fileURLToPath(new URL('..', import.meta.url));
const shared = {
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  esbuild: { jsx: 'automatic' as const, jsxImportSource: 'preact' },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};

/** A test that hangs fails; one that is only slow on a busy machine does not. */
const HANGS_MS = 60_000;

export const unitProjects = [
  {
    ...shared,
    test: {
      name: 'unit',
      include: [
        'tests/{core,formats,readers,store,settings,keeper,actions,messages,deliver,team,cli,words,background,build,record}/**/*.test.ts',
      ],
      environment: 'node' as const,
      testTimeout: HANGS_MS,
    },
  },
  {
    ...shared,
    test: {
      name: 'components',
      include: ['tests/components/**/*.test.{ts,tsx}', 'tests/page/**/*.test.ts'],
      environment: 'happy-dom' as const,
      testTimeout: HANGS_MS,
    },
  },
];

export default defineConfig({
  root,
  test: {
    reporters: ['default', new ClosingLine()],
    projects: [
      ...unitProjects,
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // Each file has browsers, profiles and ports of its own; most of the time goes by in waiting for a browser.
          maxWorkers: Number(process.env.KIDO_E2E_WORKERS ?? 2),
        },
      },
    ],
  },
});

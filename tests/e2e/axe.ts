import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong inside one element, a line each. */
export async function accessibilityProblems(page: Page, include: string): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await axe.run(
      { include: [[selector]] },
      // The panel's host holds no text of its own; its spacing is fixed so that a page cannot restyle what is in it.
      {
        rules: {
          'avoid-inline-spacing': { enabled: false },
          region: { enabled: false },
          'heading-order': { enabled: false },
          'page-has-heading-one': { enabled: false },
        },
      },
    );
    return result.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`));
  }, include);
}

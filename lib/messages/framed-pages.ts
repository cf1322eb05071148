/** Kido's pages that a console may frame: the set-up steps, and a form. */
export type FramedPage = 'connect' | 'form';

/** Path of each, and what it may ask. Secrets, webhooks, backups and preferences are no framed page's business. */
const FRAMED: Record<FramedPage, { path: string; asks: readonly string[] }> = {
  connect: {
    path: '/connect.html',
    asks: [
      'dock.mine',
      'dock.close',
      'settings.get',
      'settings.open',
      'wizard.get',
      'wizard.put',
      'addresses.guess',
      'access.has',
      'access.changed',
      'page.discover',
      'console.list',
      'console.try',
      'console.save',
      'reply.fetch',
      'reply.map',
      'secret.list',
      'teach.start',
      'playbook.list',
    ],
  },
  form: { path: '/form.html', asks: ['form.mine', 'form.send'] },
};

/**
 * Which framed page an extension page is; null for one that has a tab, a window or the side panel for itself. The pages
 * made for frames stay framed pages wherever they are opened. Undefined: framed, and not made for it; it may ask nothing.
 */
export function framedPage(url: string, frameId: number): FramedPage | null | undefined {
  const { pathname } = new URL(url);
  for (const page of ['connect', 'form'] as const) if (FRAMED[page].path === pathname) return page;
  return frameId === 0 ? null : undefined;
}

/** Whether a framed page may ask this. */
export function frameMayAsk(page: FramedPage, request: string): boolean {
  return FRAMED[page].asks.includes(request);
}

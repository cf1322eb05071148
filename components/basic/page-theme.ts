import type { Lang } from '@/lib/core/text';

/** Gives one of Kido's own pages its language and its light or dark look. */
export function dressPage(document: Document, lang: Lang, theme: 'auto' | 'light' | 'dark'): void {
  document.documentElement.lang = lang;
  const dark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

/** The one way to fill blanks and choose plurals; small enough for a script in a page. */
export { tell } from '@/lib/core/phrase';

/** The language's own name for itself; with this file a language is there, whatever else it says. */
export const words = { name: 'English' };

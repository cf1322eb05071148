export const words = { name: '日本語' };

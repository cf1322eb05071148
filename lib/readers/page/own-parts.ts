const HOST = /^KIDO-/;

/** Whether Kido itself put an element on the page. What it draws there says nothing of the page, and is no news of it. */
export const isOwnPart = (node: Node): boolean => HOST.test(node.nodeName);

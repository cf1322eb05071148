/** Whether a header can carry a text: no control signs but the tab, nothing beyond Latin-1 (Fetch, header values). */
export function isHeaderText(text: string): boolean {
  return [...text].every((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code === 9 || (code >= 32 && code !== 127 && code <= 255);
  });
}

/** Whether a text is the name of a header (RFC 9110, token). */
export function isHeaderName(text: string): boolean {
  return /^[!#$%&'*+.^_`|~\w-]+$/.test(text);
}

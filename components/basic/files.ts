/** Lets a person choose a file and gives its text; null when they choose none. */
export function chooseText(): Promise<string | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.onchange = () => void (input.files?.[0] ? input.files[0].text().then(resolve) : resolve(null));
    input.oncancel = () => resolve(null);
    input.click();
  });
}

/** Offers a text as a file. */
export function saveText(name: string, text: string, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Hands a `mailto:` link to the mail program, without a page of its own. */
export function openMail(link: string): void {
  const anchor = document.createElement('a');
  anchor.href = link;
  anchor.click();
}

/** Frameworks that number or hash what they make, by how their names begin. */
const FRAMEWORKS =
  /^(?:ember\d|(?:css|sc|jss|emotion|styled|mui|radix|headlessui|mat|react-aria|react-select|cdk|v|el-id|rc|downshift|chakra|mantine|bits|reka|melt|ark|zag|ng|ui-id|ext-(?:gen|comp|element)|yui|gwt-uid|dijit|kendo|k|p|pn|pv|pr_id|q|f|bv|__bvid_|j|mdc|ion|lightning|vaadin|swal2|tippy|floating-ui|popper|bs|pf|fluent|uid|svelte|data-v|astro|jsx|ts|tw|ant)[-_:].*\d|(?:react-aria|j_idt?|ext-gen|ext-comp|bvid|uid)\d)/i;
/** Frameworks whose hashes may be letters only. */
const HASHED = /^(?:svelte|sc|css|data-v|jsx|emotion|astro)-[a-z0-9]{3,}$/i;
/** Words that name a kind of control, and not which one. */
const KIND =
  /^(?:input|field|select|checkbox|radio|switch|text|textfield|textarea|combobox|control|form|group|item|element|component|label|id|uid|el|node|tab|panel|tabpanel|menu|list|option|value|box|btn|button|dropdown|datepicker|picker|auto|gen|generated|x|i|a|n)$/i;

/** Ids, names and classes that a build or a framework makes anew: hashes, counters, `:r3:`, places in a list. */
export function looksMadeUp(text: string): boolean {
  if (
    /[:«]r[\da-z]+[:»]|^:|:$|^_r_\w*_$/i.test(text) ||
    FRAMEWORKS.test(text) ||
    HASHED.test(text) ||
    // A place in a list is no name either.
    !/\p{L}/u.test(text) ||
    // The third of a list today is the second tomorrow.
    /\[\d+\]|-\d+-|^[a-z]{1,3}-?\d{3,}$|[0-9a-f]{8}-[0-9a-f]{4}-|\d{5,}/i.test(text)
  )
    return true;
  const pieces = text.split(/[-_:.\s]+/).filter(Boolean);
  if (/\d$/.test(text) && pieces.map((piece) => piece.replace(/\d+$/, '')).every((piece) => piece === '' || KIND.test(piece))) return true;
  return pieces.some(isHash);
}

/** A run of letters and digits, or of mixed case, in which no word can be seen. */
function isHash(piece: string): boolean {
  if (piece.length < 5) return false;
  const digits = piece.replace(/\D/g, '').length;
  if (digits > 0 && digits < piece.length && /\d[a-z]+\d|[a-z]\d+[a-z]/i.test(piece)) return true;
  if (/^[a-z]+[A-Z]+[a-z]*[A-Z]/.test(piece) && !/[aeiou]/i.test(piece.replace(/[A-Z]/g, ''))) return true;
  return /^[a-zA-Z]{5,}$/.test(piece) && !/[aeiouy]/i.test(piece);
}

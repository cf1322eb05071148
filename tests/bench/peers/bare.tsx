import { render } from 'preact';
import { useState } from 'preact/hooks';

// The least that a panel can be: a shadow root, one style sheet, a Preact tree of a few rows.
function Bare() {
  const [open, setOpen] = useState(true);
  return (
    <aside class="panel">
      <h2 class="name">Bare panel</h2>
      <button type="button" onClick={() => setOpen(!open)}>
        Toggle
      </button>
      {open && (
        <ul>
          {Array.from({ length: 12 }, (_, index) => (
            <li key={index}>Row {index}</li>
          ))}
        </ul>
      )}
    </aside>
  );
}

const host = document.createElement('bare-panel');
const shadow = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync('.panel { position: fixed; inset: 0 0 0 auto; width: 340px; background: white; }');
shadow.adoptedStyleSheets = [sheet];
const root = document.createElement('div');
shadow.append(root);
document.documentElement.append(host);
render(<Bare />, root);

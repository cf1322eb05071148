import '@/components/basic/tokens.css';
import '@/components/basic/panel.css';
import '@/components/settings/options.css';
import { render } from 'preact';
import { Docked } from './Docked';
import { Options } from './Options';

// Framed by a page, only the set-up steps are shown, and only where a person opened them.
const pass = new URLSearchParams(location.search).get('dock');
const framed = window.top !== window;
render(framed ? <Docked pass={pass ?? ''} /> : <Options />, document.getElementById('app') as HTMLElement);

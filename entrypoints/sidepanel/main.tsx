import '@/components/tokens.css';
import '@/components/panel.css';
import '@/components/filters.css';
import '@/components/side-panel.css';
import { render } from 'preact';
import { SidePanel } from './SidePanel';

render(<SidePanel />, document.getElementById('app') as HTMLElement);

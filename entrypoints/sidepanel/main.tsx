import '@/components/basic/tokens.css';
import '@/components/basic/base.css';
import '@/components/panel/panel.css';
import '@/components/basic/filters.css';
import '@/components/log/side-panel.css';
import { render } from 'preact';
import { SidePanel } from './SidePanel';

render(<SidePanel />, document.getElementById('app') as HTMLElement);

import '@/components/tokens.css';
import '@/components/panel.css';
import '@/components/options.css';
import { render } from 'preact';
import { Options } from './Options';

render(<Options />, document.getElementById('app') as HTMLElement);

import '@/components/basic/tokens.css';
import '@/components/basic/base.css';
import '@/components/basic/page.css';
import '@/components/connect/wizard.css';
import '@/components/settings/options.css';
import { render } from 'preact';
import { Options } from './Options';

render(<Options />, document.getElementById('app') as HTMLElement);

import '@/components/tokens.css';
import '@/components/panel.css';
import '@/components/filters.css';
import '@/components/options.css';
import '@/components/requests.css';
import { render } from 'preact';
import { Requests } from './Requests';

render(<Requests />, document.getElementById('app') as HTMLElement);

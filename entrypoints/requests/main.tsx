import '@/components/basic/tokens.css';
import '@/components/basic/base.css';
import '@/components/basic/filters.css';
import '@/components/basic/page.css';
import '@/components/requests/requests.css';
import { render } from 'preact';
import { Requests } from './Requests';

render(<Requests />, document.getElementById('app') as HTMLElement);

import '@/components/basic/tokens.css';
import '@/components/basic/base.css';
import '@/components/basic/page.css';
import '@/components/connect/wizard.css';
import '@/components/settings/options.css';
import { render } from 'preact';
import { Docked } from './Docked';

// The script of connect.html, the only page of the set-up that a console may frame. The steps are the settings' own, so
// they stand in one folder; the page is another, since the settings must never be framed.
const pass = new URLSearchParams(location.search).get('dock') ?? '';
render(<Docked pass={pass} />, document.getElementById('app') as HTMLElement);

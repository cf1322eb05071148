import '@/components/basic/tokens.css';
import '@/components/basic/base.css';
import '@/components/panel/panel.css';
import '@/components/panel/form.css';
import { render } from 'preact';
import { Form } from './Form';

const pass = new URLSearchParams(location.search).get('pass') ?? '';
render(<Form pass={pass} />, document.getElementById('app') as HTMLElement);

import { writeFileSync } from 'node:fs';
import { holidaysJpFile } from './holidays-jp';

// `npm run holidays`, after an update of the package.
writeFileSync('public/playbooks/holidays-jp.json', holidaysJpFile());

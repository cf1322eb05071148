import { benchRules } from './rules';

benchRules().then((r) => console.table(r));

import { ask } from '@/lib/messages/ask';
import type { TeachSetup } from '@/lib/messages/teach-messages';
import type { TeachWords } from '@/lib/words/en/teach';
import { tell } from '@/lib/words/tell';
import { type Choice, fieldOf } from './choice';

const refused = (error: Error) => ({ errors: [error.message] });

/** Keeps what was taught, and takes the last of it back. Both answer with what is to be said. */
export class KeptFields {
  /** The metric that can be taken back; null where nothing can. */
  undoable: string | null = null;

  constructor(private readonly setup: TeachSetup<TeachWords>) {}

  async save(choice: Choice): Promise<string> {
    const { metrics, words } = this.setup;
    const { errors } = await ask('teach.save', { address: location.href, field: fieldOf(choice) }).catch(refused);
    const metric = metrics.find((one) => one.id === choice.metric);
    if (errors.length > 0) return `${words.failed}: ${errors[0]}`;
    if (metric) {
      metric.read = true;
      this.undoable = metric.id;
    }
    return tell(words.saved, { metric: metric?.name ?? '' });
  }

  async undo(): Promise<string> {
    const { metrics, words } = this.setup;
    const { errors } = await ask('teach.undo', { address: location.href }).catch(refused);
    const metric = metrics.find((one) => one.id === this.undoable);
    if (errors.length === 0 && metric) metric.read = false;
    this.undoable = null;
    return errors[0] ?? words.undone;
  }
}

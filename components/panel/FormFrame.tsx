import type { FormAsked } from '@/lib/core/view/form-asked';

/** A form that is open: what it asks, and the extension's page that asks it. */
export interface OpenForm {
  asked: FormAsked;
  page: string;
}

interface Props {
  form: OpenForm;
  title: string;
  /** Given the frame when it is there. */
  onFrame(frame: HTMLIFrameElement): void;
  /** The page took the panel out and the frame began anew: its pass is used up. */
  onLost(): void;
}

const loaded = new WeakSet<HTMLIFrameElement>();

/** A form in a document of the extension's own: what is typed there is not heard by the page. */
export function FormFrame({ form, title, onFrame, onLost }: Props) {
  return (
    <iframe
      key={form.page}
      class={`form-frame ${form.asked.kind}`}
      src={form.page}
      title={title}
      ref={(frame) => void (frame && onFrame(frame))}
      onLoad={({ currentTarget }) => (loaded.has(currentTarget) ? onLost() : (loaded.add(currentTarget), currentTarget.focus()))}
    />
  );
}

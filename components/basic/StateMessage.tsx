import type { ComponentChildren } from 'preact';

interface Props {
  icon: ComponentChildren;
  title: string;
  text: string;
  detail?: string;
  tone?: 'err' | 'ok';
  children?: ComponentChildren;
}

/** What is so, what still works, and one way out. */
export function StateMessage({ icon, title, text, detail, tone, children }: Props) {
  return (
    <div class={`state ${tone ?? ''}`} role={tone === 'err' ? 'alert' : undefined}>
      {icon}
      <h3>{title}</h3>
      <p>{text}</p>
      {detail && <p class="evidence detail">{detail}</p>}
      {children && <div class="acts">{children}</div>}
    </div>
  );
}

import { Icon } from './Icon';

/** The heading of one of Kido's own pages. */
export function PageTitle({ title }: { title: string }) {
  return (
    <h1>
      <span class="mark">
        <Icon name="mark" />
      </span>
      {title}
    </h1>
  );
}

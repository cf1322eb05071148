import { Component, type ComponentChildren, type ComponentType } from 'preact';

/**
 * A component with a small state of its own, without hooks: they would be a twentieth of what is sent into a page.
 * @param draw what it shows; `set` changes a part of the state and draws again
 */
export function withState<Props, State extends object>(
  initial: State,
  draw: (props: Props, state: State, set: (part: Partial<State>) => void) => ComponentChildren,
): ComponentType<Props> {
  return class extends Component<Props, State> {
    override state = initial;
    private readonly change = (part: Partial<State>) => this.setState(part);

    override render() {
      return draw(this.props, this.state, this.change);
    }
  } as ComponentType<Props>;
}

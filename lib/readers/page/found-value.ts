/** A value and where it stands; `text` is set where the value is a part of a text and not an element of its own. */
export interface FoundValue {
  element: Element;
  text?: string;
}

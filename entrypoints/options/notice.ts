/** Word on what was done, with the way back where there is one. */
export interface Notice {
  text: string;
  undo?: () => void;
}

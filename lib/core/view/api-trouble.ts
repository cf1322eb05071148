/** What is wrong with an API, as data: no secret, no header, no body. */
export interface ApiTrouble {
  kind: string;
  message: string;
  host: string;
  status: number | null;
  tries: number;
  /** Epoch ms UTC. */
  at: number;
}

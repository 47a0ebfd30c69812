// The part of the server's logger that sync uses: fields first, then a sentence.
export interface Log {
  error(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  info(fields: object, sentence: string): void;
}

/** Roles as letters, each in a shape of its own: no role is told by colour alone. */
import type { Cell } from "@trellis/shared/derive/matrix";
import { phaseNumber, type Words } from "./dutyWords.ts";
import styles from "./Responsibilities.module.css";

export function Letters({ words, cells }: { readonly words: Words; readonly cells: readonly Cell[] }) {
  return cells.map(({ role, link, phase }) => {
    const number = phaseNumber(words.phases, phase);
    return (
      <span key={link} className={styles.letter} data-role={role} aria-hidden="true">
        {words.t(`responsibilities.letter.${role}`)}
        {number !== null && <sub>{number}</sub>}
      </span>
    );
  });
}

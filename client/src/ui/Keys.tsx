/** Keys as they are printed: `Mod+Shift+Z` is Ctrl Shift Z, or ⌘ ⇧ Z on a Mac. Alternatives stand apart by a space. */
import { Fragment } from "react";
import styles from "./Keys.module.css";

const MAC: Readonly<Record<string, string>> = { Mod: "⌘", Ctrl: "⌃", Alt: "⌥", Shift: "⇧" };
const PLAIN: Readonly<Record<string, string>> = { Mod: "Ctrl" };
const NAMED: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};

const isMac = (): boolean => /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? "");

/** The caps of each alternative, in order. `+` itself is written `Plus`. */
export function keyCaps(keys: string, mac: boolean): string[][] {
  const names = mac ? MAC : PLAIN;
  return keys
    .split(" ")
    .filter((chord) => chord !== "")
    .map((chord) =>
      chord.split("+").map((key) => (key === "Plus" ? "+" : (names[key] ?? NAMED[key] ?? key))),
    );
}

/** One line of text, for a tooltip: "Ctrl+K". */
export const keyText = (keys: string): string =>
  keyCaps(keys, isMac())
    .map((caps) => caps.join(isMac() ? "" : "+"))
    .join(" / ");

export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {keyCaps(keys, isMac()).map((caps, index) => (
        <Fragment key={caps.join()}>
          {index > 0 && <span className={styles.or}>/</span>}
          {caps.map((cap) => (
            <kbd key={cap} className={styles.key}>
              {cap}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

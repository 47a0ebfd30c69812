/** The place at which a menu opens that belongs to no button: it names the menu, and Tab passes it by. */
import type { ComponentProps } from "react";

interface MenuPlaceProps extends Omit<ComponentProps<"button">, "aria-label"> {
  readonly label: string;
}

export const MenuPlace = ({ label, ...given }: MenuPlaceProps) => (
  <button {...given} type="button" tabIndex={-1} aria-label={label} />
);

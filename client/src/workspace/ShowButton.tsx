/** The button that opens the panel of what is shown. Each view has one, wherever it fits. */
import { Button, Popover, type PopoverProps } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLook } from "./lookStore.ts";
import styles from "./ShowPanel.module.css";
import { ShowPanel } from "./ShowPanel.tsx";

interface ShowButtonProps {
  /** Where the panel stands to the button. */
  readonly position: NonNullable<PopoverProps["position"]>;
  readonly className?: string | undefined;
  /** Further sections of the panel, for what only this view has. */
  readonly children?: ReactNode;
}

export function ShowButton({ position, className, children }: ShowButtonProps) {
  const { t } = useTranslation();
  const isOpen = useLook((state) => state.filtering);
  const open = useLook((state) => state.openFilters);
  const chosen = useLook(({ filter }) =>
    Object.values(filter).reduce((sum, values) => sum + values.length, 0),
  );
  return (
    <Popover opened={isOpen} onChange={open} position={position} width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray.8"
          c="gray.8"
          className={className ?? ""}
          size="compact-md"
          leftSection={<IconEye size={17} stroke={1.7} />}
          aria-expanded={isOpen}
          onClick={() => open(!isOpen)}
        >
          {t("look.panel.title")}
          {chosen > 0 && <span className={styles.badge}>{chosen}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.panel} aria-label={t("look.panel.title")}>
        {isOpen && <ShowPanel>{children}</ShowPanel>}
      </Popover.Dropdown>
    </Popover>
  );
}

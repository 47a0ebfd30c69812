/** Which evidence is shown: kind, year, whether it can be carried over. And the way to comparable cases. */
import { Button, NativeSelect } from "@mantine/core";
import { IconArrowsDiff } from "@tabler/icons-react";
import type { LibraryEntry } from "@trellis/shared/derive/library";
import { ENUMS, type EnumValue } from "@trellis/shared/schema/enums";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { yearsOf } from "./filters.ts";
import styles from "./Library.module.css";
import { NO_PLACE } from "./libraryAddress.ts";
import type { LibraryModel } from "./useLibraryModel.ts";

interface EvidenceFiltersProps {
  readonly model: LibraryModel;
  readonly all: readonly LibraryEntry[];
}

export function EvidenceFilters({ model: { address, choose }, all }: EvidenceFiltersProps) {
  const { t } = useTranslation();
  const { kind, year, transferable } = address;
  const years = yearsOf(all);
  return (
    <div className={styles.filters}>
      <NativeSelect
        size="xs"
        aria-label={t("library.filter.kind")}
        value={kind ?? ""}
        onChange={(event) =>
          choose({ kind: (event.currentTarget.value || null) as EnumValue<"evidenceKind"> | null })
        }
        data={[
          { value: "", label: t("library.filter.anyKind") },
          ...ENUMS.evidenceKind.map((value) => ({ value, label: t(`enum.evidenceKind.${value}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t("library.filter.year")}
        value={year ?? ""}
        onChange={(event) => choose({ year: event.currentTarget.value || null })}
        data={[
          { value: "", label: t("library.filter.anyYear") },
          ...(year !== null && !years.includes(year) ? [year, ...years] : years).map((value) => ({
            value,
            label: value,
          })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t("library.filter.transferable")}
        value={transferable ?? ""}
        onChange={(event) =>
          choose({ transferable: (event.currentTarget.value || null) as EnumValue<"transferable"> | null })
        }
        data={[
          { value: "", label: t("library.filter.anyTransferable") },
          ...ENUMS.transferable.map((value) => ({ value, label: t(`library.transferable.${value}`) })),
        ]}
      />
      {(kind ?? year ?? transferable) !== null && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => choose({ kind: null, year: null, transferable: null })}
        >
          {t("library.filter.clear")}
        </Button>
      )}
      <span className={view.space} />
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconArrowsDiff size={16} stroke={1.7} />}
        onClick={() => choose({ like: { kind: "typed", place: NO_PLACE } })}
      >
        {t("library.compare.start")}
      </Button>
    </div>
  );
}

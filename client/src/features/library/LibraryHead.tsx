/** Above every part: which part, a new card of its type, and its table as a file. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Segments } from "../../ui/Segments.tsx";
import view from "../../ui/View.module.css";
import { CsvButton } from "../../workspace/CsvButton.tsx";
import styles from "./Library.module.css";
import { isComparing, PARTS } from "./libraryAddress.ts";
import { useAddCard } from "./useAddCard.ts";
import { useExportPart } from "./useExportPart.ts";
import type { LibraryModel } from "./useLibraryModel.ts";

export function LibraryHead({ model }: { readonly model: LibraryModel }) {
  const { t } = useTranslation();
  const { address, choose, canEdit } = model;
  const { part } = address;
  const add = useAddCard();
  const onExport = useExportPart(model);
  return (
    <div className={`${view.head} ${styles.head}`}>
      <Segments
        label={t("library.part.label")}
        values={PARTS.map((value) => ({ value, label: t(`library.part.${value}`) }))}
        value={part}
        onChoose={(next) => choose({ part: next, like: null })}
      />
      <span className={view.space} />
      {canEdit && (
        <Button
          size="compact-md"
          variant="subtle"
          color="gray.8"
          c="gray.8"
          leftSection={<IconPlus size={16} stroke={1.7} />}
          onClick={() => add(part)}
        >
          {t(`library.add.${part}`)}
        </Button>
      )}
      {/* The table of the part is not on screen while cases are compared. */}
      {!isComparing(address) && <CsvButton table={t(`library.part.${part}`)} onSave={onExport} />}
    </div>
  );
}

/**
 * All cards of one type as a table to write in: sorted, filtered, filled down, pasted into. Its columns follow from the
 * field tables; every change is one of the map's operations.
 */
import { useTranslation } from "react-i18next";
import { usePhone } from "../../ui/usePhone.ts";
import view from "../../ui/View.module.css";
import { paletteVariables } from "../../workspace/palette.ts";
import { PhoneCards } from "./PhoneCards.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { TableGrid } from "./TableGrid.tsx";
import { TableHead } from "./TableHead.tsx";
import { TableStoreContext } from "./tableStore.ts";
import { useFollowSelection } from "./useFollowSelection.ts";
import { useTableCommands } from "./useTableCommands.ts";
import { type TableModel, useTableModel } from "./useTableModel.ts";

export function Table() {
  const model = useTableModel();
  return (
    <TableStoreContext value={model.store}>
      <TableView model={model} />
    </TableStoreContext>
  );
}

function TableView({ model }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  useTableCommands(model);
  useFollowSelection(model);
  return (
    <section className={view.view} style={paletteVariables} aria-label={t("table.label")}>
      <TableHead model={model} />
      {isPhone ? <PhoneCards model={model} /> : <TableGrid key={model.type} model={model} />}
      {!isPhone && <StatusBar model={model} />}
    </section>
  );
}

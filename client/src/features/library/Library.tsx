/**
 * What a mission has learnt and settled, and what may stop it: evidence with comparable cases, decisions, risks, and the
 * portfolio of its projects. Everything in it is worked out of the map; every edit is one of the map's operations.
 */
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { paletteVariables } from "../../workspace/palette.ts";
import { DecisionsPart } from "./DecisionsPart.tsx";
import { EvidencePart } from "./EvidencePart.tsx";
import styles from "./Library.module.css";
import { LibraryHead } from "./LibraryHead.tsx";
import type { Part } from "./libraryAddress.ts";
import { PortfolioPart } from "./PortfolioPart.tsx";
import { RisksPart } from "./RisksPart.tsx";
import { useLibraryCommands } from "./useLibraryCommands.ts";
import { type LibraryModel, useLibraryModel } from "./useLibraryModel.ts";

const PAGES: Readonly<Record<Part, (props: { readonly model: LibraryModel }) => React.ReactNode>> = {
  evidence: EvidencePart,
  decisions: DecisionsPart,
  risks: RisksPart,
  portfolio: PortfolioPart,
};

export function Library() {
  const { t } = useTranslation();
  const model = useLibraryModel();
  useLibraryCommands(model);
  const { part } = model.address;
  const Page = PAGES[part];
  return (
    <section className={view.view} style={paletteVariables} aria-label={t("library.label")}>
      <LibraryHead model={model} />
      <div className={styles.scroller} key={part}>
        <Page model={model} />
      </div>
    </section>
  );
}

/** The parts of the library as tables for spreadsheets, as they stand on screen. What is not known is an empty cell. */
import type { Ask } from "@trellis/shared/derive/ask";
import { decisions } from "@trellis/shared/derive/decisions";
import { portfolio } from "@trellis/shared/derive/portfolio";
import { riskGrid } from "@trellis/shared/derive/riskGrid";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TableRows } from "../../workspace/exportTable.ts";
import { isChosenDecision, shownEvidence } from "./filters.ts";
import type { LibraryAddress } from "./libraryAddress.ts";
import { cardOf, nameOf, namesOf, type Words } from "./libraryWords.ts";
import { columnsOf, gapOf } from "./portfolioGaps.ts";

export function partRows(words: Words, ask: Ask, address: LibraryAddress): TableRows {
  switch (address.part) {
    case "evidence":
      return evidenceRows(words, ask, address);
    case "decisions":
      return decisionRows(words, ask, address);
    case "risks":
      return riskRows(words, ask);
    case "portfolio":
      return portfolioRows(words, ask);
  }
}

const heads = ({ t }: Words, names: readonly string[]): string[] =>
  names.map((name) => t(`library.column.${name}`));

const word = ({ t }: Words, list: string, value: string | null): string | null =>
  value === null ? null : t(`enum.${list}.${value}`);

const cards = (words: Words, ids: readonly CardId[]): string | null =>
  ids.length === 0 ? null : namesOf(words, ids);

const EVIDENCE = [
  ...[
    "title",
    "kind",
    "year",
    "group",
    "region",
    "size",
    "governance",
    "civilSociety",
    "contactRole",
    "lesson",
  ],
  ...["transferable", "why", "supports", "challenges", "inspires", "bearsOn", "links"],
];

function evidenceRows(words: Words, ask: Ask, address: LibraryAddress): TableRows {
  const rows = shownEvidence(words, ask, address).map((entry) => {
    const { profile } = entry;
    const bearing = (stance: string | null) =>
      cards(
        words,
        entry.bearsOn.filter((one) => one.stance === stance).map(({ card }) => card),
      );
    const links = cardOf(words.snapshot, entry.card, "evidence")?.links ?? [];
    return [
      nameOf(words, entry.card),
      word(words, "evidenceKind", entry.kind),
      entry.year,
      entry.group,
      ...(["region", "size", "governance", "civilSociety", "contactRole"] as const).map(
        (field) => profile?.[field] ?? null,
      ),
      entry.lesson,
      word(words, "transferable", entry.transferable),
      entry.transferableWhy,
      ...["supports", "challenges", "inspires", null].map(bearing),
      links.length === 0 ? null : links.flatMap(({ url }) => url ?? []).join(" "),
    ];
  });
  return [heads(words, EVIDENCE), ...rows];
}

const DECISIONS = [
  ...["title", "state", "date", "review", "isReviewDue", "options", "outcome", "rationale"],
  ...["answers", "settles", "waiting"],
];

function decisionRows(words: Words, ask: Ask, address: LibraryAddress): TableRows {
  const { t } = words;
  const rows = ask(decisions)
    .filter((one) => isChosenDecision(address, one))
    .map((one) => {
      const card = cardOf(words.snapshot, one.card, "decision");
      return [
        nameOf(words, one.card),
        t(`library.decision.state.${one.state}`),
        one.date,
        card?.reviewDate ?? null,
        one.isReviewDue ? t("library.decision.state.review") : null,
        card?.options?.join("; ") || null,
        card?.outcome ?? null,
        card?.rationale ?? null,
        cards(words, one.answers),
        cards(words, one.settles),
        cards(words, one.waiting),
      ];
    });
  return [heads(words, DECISIONS), ...rows];
}

const RISKS = [
  ...[
    "title",
    "kind",
    "likelihood",
    "impact",
    "score",
    "response",
    "threatens",
    "mitigatedBy",
    "owner",
    "review",
  ],
];

function riskRows(words: Words, ask: Ask): TableRows {
  const rows = ask(riskGrid).all.map((risk) => [
    nameOf(words, risk.card),
    word(words, "riskKind", risk.kind),
    risk.likelihood,
    risk.impact,
    risk.score,
    word(words, "riskResponse", risk.response),
    cards(words, risk.threatens),
    cards(words, risk.mitigatedBy),
    cards(words, risk.owners),
    risk.reviewDate,
  ]);
  return [heads(words, RISKS), ...rows];
}

function portfolioRows(words: Words, ask: Ask): TableRows {
  const { t } = words;
  const all = ask(portfolio);
  const columns = columnsOf(all);
  const names = columns.map((one) => t(one === null ? "library.portfolio.notKnown" : `enum.maturity.${one}`));
  const head = [
    t("cardType.challenge"),
    ...names.flatMap((name) => [t("library.portfolio.countOf", { name }), name]),
    t("library.portfolio.helping"),
    t("library.portfolio.gap"),
  ];
  const rows = all.map((row) => {
    const gap = row.challenge === null ? null : gapOf(row);
    return [
      row.challenge === null ? t("library.portfolio.noChallenge") : nameOf(words, row.challenge),
      ...columns.flatMap((column) => {
        const here = row.projects.get(column) ?? [];
        return [here.length, cards(words, here)];
      }),
      cards(words, row.helping),
      gap === null ? null : t(`library.portfolio.gaps.${gap}`),
    ];
  });
  return [head, ...rows];
}

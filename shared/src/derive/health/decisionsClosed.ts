/**
 * H30: no open decision is past its date. Whether one without a date or a status is late is not known; open ones that
 * other work waits for are named.
 */
import { decisions } from "../decisions.ts";
import { type Check, each, type Finding, fails, notKnown, openField, warns } from "./check.ts";

export const decisionsClosed: Check = {
  id: "H30",
  group: "learning",
  severity: "should",
  run: (ask) =>
    each(
      ask(decisions).filter((one) => !one.isPlaceholder),
      ({ card, state, date, waiting }) => {
        if (state === "not_known")
          return [notKnown("decision_status_not_known", [card], openField(card, "status"))];
        if (state !== "open" && state !== "due") return [];
        const found: Finding[] = [];
        if (state === "due") found.push(fails("decision_late", [card], openField(card, "status"), { date }));
        else if (date === null) found.push(notKnown("decision_undated", [card], openField(card, "date")));
        if (waiting.length > 0)
          found.push(
            warns("decision_blocks", [card, ...waiting], openField(card, "status"), {
              waiting: waiting.length,
            }),
          );
        return found;
      },
    ),
};

/** Shows a notice; see `notify`. */
import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { createElement } from "react";
import { NoticeText } from "./NoticeText.tsx";
import type { Notice } from "./notice.ts";

const PLAIN_MS = 6_000;
const PROBLEM_MS = 12_000;

export function showNotice({ tone = "plain", text, subject, action }: Notice): void {
  const run = action?.run;
  if (subject) notifications.hide(subject);
  const id = notifications.show({
    ...(subject ? { id: subject } : {}),
    message: createElement(NoticeText, {
      text,
      ...(action ? { actionLabel: action.label } : {}),
      ...(run
        ? {
            onAction: () => {
              notifications.hide(id);
              run();
            },
          }
        : {}),
    }),
    color: tone === "problem" ? "orange" : "forest",
    autoClose: tone === "problem" ? PROBLEM_MS : PLAIN_MS,
    withBorder: true,
    closeButtonProps: { "aria-label": i18next.t("app.close") },
    role: tone === "problem" ? "alert" : "status",
  });
}

/** Short notices at the edge of the window, some with one way back (undo). */
import { notifications } from "@mantine/notifications";
import { createElement } from "react";
import { NoticeText } from "./NoticeText.tsx";

export interface Notice {
  /** `problem` stays longer and is announced at once. */
  readonly tone?: "plain" | "problem";
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const PLAIN_MS = 6_000;
const PROBLEM_MS = 12_000;

export function notify({ tone = "plain", text, action }: Notice): void {
  const id = notifications.show({
    message: createElement(NoticeText, {
      text,
      ...(action
        ? {
            actionLabel: action.label,
            onAction: () => {
              notifications.hide(id);
              action.run();
            },
          }
        : {}),
    }),
    color: tone === "problem" ? "orange" : "ink",
    autoClose: tone === "problem" ? PROBLEM_MS : PLAIN_MS,
    withBorder: true,
    role: tone === "problem" ? "alert" : "status",
  });
}

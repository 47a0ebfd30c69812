/** Opens a link that was typed or pasted, or says why it cannot be opened. */
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { notify } from "../../ui/notify.ts";
import { linkTarget } from "./linkTarget.ts";

/** Answers a sentence when the link was not opened. */
export function useOpenLink(): (text: string) => string | null {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useCallback(
    (text) => {
      const target = linkTarget(text, location.origin);
      if (target.kind === "foreign")
        return t("start.link.foreign", { host: target.host, here: location.host });
      if (target.kind !== "inside") return t(`start.link.${target.kind}`);
      void navigate(target.path);
      return null;
    },
    [navigate, t],
  );
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable=true]") !== null;

/** A link pasted anywhere on the page is opened; other texts are left alone, since nothing was asked of us. */
export function usePastedLink(): void {
  const open = useOpenLink();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (isField(event.target) || linkTarget(text, location.origin).kind === "noLink") return;
      const problem = open(text);
      if (problem !== null) notify({ tone: "problem", text: problem });
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [open]);
}

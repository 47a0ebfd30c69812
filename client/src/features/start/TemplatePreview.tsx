import { Alert, Button, Group, Modal, Skeleton, Text } from "@mantine/core";
import type { Template, TemplateDetail } from "@trellis/shared/protocol/api";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import { useTranslation } from "react-i18next";
import { problemText } from "../../http/problemText.ts";
import { templatePicture, useTemplate } from "../../http/templates.ts";
import { usePhone } from "../../ui/usePhone.ts";
import { Picture } from "./Picture.tsx";
import styles from "./Start.module.css";
import { TemplateSources } from "./TemplateSources.tsx";
import { useStartMap } from "./useStartMap.ts";

interface TemplatePreviewProps {
  readonly template: Template;
  readonly onClose: () => void;
}

/** A template before it is used: how it looks, what it holds, what it is good for and what it rests on. */
export function TemplatePreview({ template, onClose }: TemplatePreviewProps) {
  const { t } = useTranslation();
  const { start, busy, problem } = useStartMap();
  const detail = useTemplate(template.id);
  const goodFor = t(`start.goodFor.${template.id}`, { defaultValue: "" });
  const asOf = detail.data?.asOf ? t("start.template.asOf", { date: detail.data.asOf }) : "";
  return (
    <Modal
      opened
      onClose={onClose}
      size="64rem"
      fullScreen={usePhone()}
      title={template.title}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <div className={styles.preview}>
        <div className={styles.side}>
          <Picture src={templatePicture(template.id)} />
          {detail.isPending && <Skeleton h={90} />}
          {detail.data && <Counts detail={detail.data} />}
        </div>
        <div className={styles.side}>
          <Text size="sm" c="dimmed">
            {[template.place, asOf].filter(Boolean).join(" · ")}
          </Text>
          {template.description !== "" && <Text className={styles.sentences}>{template.description}</Text>}
          {goodFor !== "" && (
            <Text>
              <strong>{t("start.template.goodFor")}</strong> {goodFor}
            </Text>
          )}
          {detail.error && (
            <Alert color="orange" role="alert">
              {problemText(t, detail.error)}
            </Alert>
          )}
          {detail.data && detail.data.sources.length > 0 && <TemplateSources sources={detail.data.sources} />}
          {problem && (
            <Alert color="orange" role="alert" title={t("start.notMade")}>
              {problem}
            </Alert>
          )}
        </div>
      </div>
      <Group justify="flex-end" className={styles.previewFoot}>
        <Button variant="default" onClick={onClose}>
          {t("app.cancel")}
        </Button>
        <Button loading={busy} data-autofocus onClick={() => start({ templateId: template.id })}>
          {t("start.template.use")}
        </Button>
      </Group>
    </Modal>
  );
}

/** How many cards of each type, in the order people know them. */
function Counts({ detail }: { readonly detail: TemplateDetail }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.counts} aria-label={t("start.template.holds")}>
      {CARD_TYPES.flatMap((type) => {
        const count = detail.byType[type] ?? 0;
        if (count === 0) return [];
        return (
          <div key={type}>
            <dt>{t(`${count === 1 ? "cardType" : "cardTypes"}.${type}`)}</dt>
            <dd>{count}</dd>
          </div>
        );
      })}
    </dl>
  );
}

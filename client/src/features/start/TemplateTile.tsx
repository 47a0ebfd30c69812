import { UnstyledButton } from "@mantine/core";
import type { Template } from "@trellis/shared/protocol/api";
import { useTranslation } from "react-i18next";
import { templatePicture } from "../../http/templates.ts";
import { Picture } from "./Picture.tsx";
import styles from "./Start.module.css";
import { TemplateMenu } from "./TemplateMenu.tsx";

interface TemplateTileProps {
  readonly template: Template;
  /** Gets the button, to which the focus comes back. */
  readonly onPreview: (button: HTMLElement) => void;
}

/** One template: opens its preview; one's own can be renamed and deleted. */
export function TemplateTile({ template, onPreview }: TemplateTileProps) {
  const { t } = useTranslation();
  const counts = t("start.counts", { cards: template.cards, links: template.links });
  return (
    <li className={styles.tile} data-template={template.id}>
      <Picture src={templatePicture(template.id)} />
      <div className={styles.words}>
        <div className={styles.head}>
          <UnstyledButton
            className={styles.title}
            aria-haspopup="dialog"
            onClick={(event) => onPreview(event.currentTarget)}
          >
            {template.title}
          </UnstyledButton>
          {template.origin === "own" && <TemplateMenu template={template} />}
        </div>
        {template.place !== "" && <span className={styles.fact}>{template.place}</span>}
        <span className={styles.fact}>{counts}</span>
        {template.description !== "" && <span className={styles.about}>{template.description}</span>}
      </div>
    </li>
  );
}

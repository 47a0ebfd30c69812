import { NativeSelect } from "@mantine/core";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { Card } from "@trellis/shared/schema/values";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "../Inspector.module.css";
import { type ShownLens, useLenses } from "../useLenses.ts";
import { tagMany } from "./manyEdits.ts";

interface ManyTagsProps {
  readonly cards: readonly Card[];
  readonly change: <Input>(op: (draft: MapDraft, input: Input) => number, input: Input) => void;
}

const tagOf = (lens: ShownLens, value: string): string | number => (lens.isNumeric ? Number(value) : value);

/** One lens at a time: which of its tags all, some or none of the cards have; a press gives it to all, or takes it. */
export function ManyTags({ cards, change }: ManyTagsProps) {
  const { t } = useTranslation();
  const lenses = useLenses({});
  const [lensId, setLensId] = useState("");
  const lens = lenses.find(({ id }) => id === lensId);
  return (
    <div className={styles.row} data-field="lenses">
      <label className={styles.label} htmlFor="field-many-lens">
        {t("field.lenses")}
      </label>
      <div className={styles.control}>
        <NativeSelect
          id="field-many-lens"
          variant="unstyled"
          size="xs"
          classNames={{ input: `${styles.quiet} ${lensId === "" ? styles.unknown : ""}` }}
          value={lensId}
          data={[
            { value: "", label: t("inspector.chooseLens") },
            ...lenses
              .filter(({ choices }) => choices.length > 0)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => setLensId(event.currentTarget.value)}
        />
        {lens && (
          <fieldset className={styles.tags}>
            <legend className="unseen">{lens.name}</legend>
            {lens.choices.map(({ value, label }) => {
              const tag = tagOf(lens, value);
              const having = cards.filter((card) => card.lenses?.[lens.id]?.includes(tag)).length;
              const all = having === cards.length;
              return (
                <button
                  key={value}
                  type="button"
                  className={styles.tag}
                  aria-pressed={all ? true : having > 0 ? "mixed" : false}
                  data-tag={value}
                  onClick={() =>
                    change(tagMany, { cards: cards.map(({ id }) => id), lens: lens.id, tag, on: !all })
                  }
                >
                  {label}
                  {having > 0 && !all && <span className={styles.count}> {having}</span>}
                </button>
              );
            })}
          </fieldset>
        )}
      </div>
    </div>
  );
}

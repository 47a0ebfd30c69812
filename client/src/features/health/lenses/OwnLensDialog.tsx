/** A framework of the council's own: its name, whether cards carry its values or people rate its items, and which they are. */
import { Button, Modal, Radio, Textarea, TextInput } from "@mantine/core";
import { putRecord } from "@trellis/shared/ops/records";
import type { RecordId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../../document/useEdit.ts";
import { usePhone } from "../../../ui/usePhone.ts";
import { useUndoNotice } from "../../../workspace/useUndoNotice.ts";
import styles from "./Lenses.module.css";
import { LONGEST, lensWrong, nameIn, valuesIn } from "./ownLens.ts";
import type { OwnLens } from "./useLensModel.ts";

interface OwnLensDialogProps {
  /** The lens to be changed; null for a new one. */
  readonly lens: OwnLens | null;
  /** Names of the other lenses. */
  readonly others: readonly string[];
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

const put = (draft: MapDraft, record: Parameters<typeof putRecord>[1]["record"]): RecordId =>
  putRecord(draft, { card: "map", list: "ownLenses", record });

export function OwnLensDialog({ lens, others, onClose, onMade }: OwnLensDialogProps) {
  const { t } = useTranslation();
  const edit = useEdit();
  const say = useUndoNotice();
  const isPhone = usePhone();
  const [name, setName] = useState(lens?.name ?? "");
  const [kind, setKind] = useState(lens?.rated ? "rated" : "tagged");
  const [text, setText] = useState((lens?.values ?? []).join("\n"));
  const [tried, setTried] = useState(false);
  const wrong = lensWrong(name, text, others);
  const isNameWrong = wrong === "noName" || wrong === "longName" || wrong === "sameName";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    const fields = { name: nameIn(name), rated: kind === "rated", values: valuesIn(text) };
    const id = edit(put, lens ? { ...lens, ...fields } : fields);
    // Refused, and said so: what was written stays.
    if (id === null) return;
    say(t(lens ? "lensView.ownLens.changed" : "lensView.ownLens.made", { name: fields.name }));
    onMade(id);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      fullScreen={isPhone}
      title={t(lens ? "lensView.ownLens.edit" : "lensView.ownLens.add")}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <form onSubmit={submit} noValidate className={styles.form}>
        <TextInput
          data-autofocus
          label={t("lensView.ownLens.name")}
          placeholder={t("lensView.ownLens.nameHint")}
          value={name}
          error={
            tried &&
            isNameWrong &&
            t(`lensView.ownLens.${wrong}`, { count: nameIn(name).length, most: LONGEST })
          }
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Radio.Group label={t("lensView.ownLens.kind")} value={kind} onChange={setKind}>
          <div className={styles.kinds}>
            {["tagged", "rated"].map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`lensView.ownLens.${value}`)}
                description={t(`lensView.ownLens.${value}Hint`)}
              />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t("lensView.ownLens.values")}
          description={t("lensView.ownLens.valuesHint")}
          autosize
          minRows={4}
          maxRows={12}
          value={text}
          error={tried && wrong && !isNameWrong && t(`lensView.ownLens.${wrong}`)}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit">{t("lensView.ownLens.keep")}</Button>
          <Button variant="default" onClick={onClose}>
            {t("lensView.rateForm.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

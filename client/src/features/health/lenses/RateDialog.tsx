/**
 * One person rates the items of a lens, 0 to 4: by keyboard or hand, any of them left out. All answers are one step of
 * undo. Until they are kept, closing the dialog loses nothing: it opens again as it was.
 */
import { Button, Modal, TextInput } from "@mantine/core";
import { putRecords } from "@trellis/shared/ops/records";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../../document/useEdit.ts";
import { usePhone } from "../../../ui/usePhone.ts";
import view from "../../../ui/View.module.css";
import { tagValueWord } from "../../../workspace/lookWords.ts";
import { today } from "../../../workspace/today.ts";
import { useUndoNotice } from "../../../workspace/useUndoNotice.ts";
import styles from "./Lenses.module.css";
import type { ToRate } from "./lensModel.ts";
import { answersWrong, assessmentsOf, type RateAnswers, SCORES, type Score } from "./rateAnswers.ts";
import { questionsOf, scaleOf } from "./rateHelp.ts";
import type { LensesHere } from "./useLensModel.ts";

interface RateDialogProps {
  readonly here: LensesHere;
  readonly what: ToRate;
  readonly draft: RateAnswers | null;
  readonly onDraft: (draft: RateAnswers | null) => void;
  readonly onClose: () => void;
}

const rate = (
  draft: MapDraft,
  { mission, records }: { mission: CardId; records: ReturnType<typeof assessmentsOf> },
): number =>
  putRecords(draft, { card: mission, list: "assessments", records: records.map((one) => ({ ...one })) })
    .added;

export function RateDialog({ here, what, draft, onDraft, onClose }: RateDialogProps) {
  const { t } = useTranslation();
  const edit = useEdit();
  const say = useUndoNotice();
  const isPhone = usePhone();
  const [tried, setTried] = useState(false);
  const { words, snapshot, ask } = here;
  const { lens, mission, items } = what;
  const answers: RateAnswers = draft ?? { scores: {}, raterRole: "", date: today() };
  const wrong = answersWrong(answers, today());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    const records = assessmentsOf(lens, items, answers);
    // Refused, and said so: the answers stay.
    if (edit(rate, { mission, records }) === null) return;
    say(t("lensView.rateForm.done", { count: records.length }));
    onDraft(null);
    onClose();
  };
  const put = (item: string, score: Score | undefined) =>
    onDraft({ ...answers, scores: { ...answers.scores, [item]: score } });
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      fullScreen={isPhone}
      size="42rem"
      title={t("lensView.rateForm.title", { lens: words.lens(lens), mission: words.title(mission) })}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Scale scale={scaleOf(snapshot, mission)} />
        {items.map((item) => (
          <ItemScores
            key={item}
            name={tagValueWord(lens, item, t)}
            questions={questionsOf(ask, snapshot, lens, item, mission)}
            score={answers.scores[item]}
            onPut={(score) => put(item, score)}
          />
        ))}
        <div className={styles.rater}>
          <TextInput
            label={t("lensView.rateForm.role")}
            description={t("lensView.rateForm.roleHint")}
            maxLength={120}
            value={answers.raterRole}
            onChange={(event) => onDraft({ ...answers, raterRole: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t("lensView.rateForm.date")}
            max={today()}
            value={answers.date}
            error={tried && wrong === "later" && t("lensView.rateForm.later")}
            onChange={(event) => onDraft({ ...answers, date: event.currentTarget.value })}
          />
        </div>
        <p className={view.warn} role="alert">
          {tried && wrong === "noScore" && t("lensView.rateForm.noScore")}
        </p>
        <div className={styles.buttons}>
          <Button type="submit">{t("lensView.rateForm.keep")}</Button>
          <Button variant="default" onClick={onClose}>
            {t("lensView.rateForm.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Scale({ scale }: { readonly scale: ReturnType<typeof scaleOf> }) {
  const { t } = useTranslation();
  if (scale.length === 0) return <p className={view.lead}>{t("lensView.rateForm.scale")}</p>;
  return (
    <dl className={styles.scale} aria-label={t("lensView.rateForm.scaleOf")}>
      {scale.map(({ score, label, meaning }) => (
        <div key={score}>
          <dt>
            {score} {label}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ItemScoresProps {
  readonly name: string;
  readonly questions: readonly string[];
  readonly score: Score | undefined;
  readonly onPut: (score: Score | undefined) => void;
}

function ItemScores({ name, questions, score, onPut }: ItemScoresProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.item}>
      <legend className={styles.itemName} dir="auto">
        {name}
      </legend>
      {questions.length > 0 && (
        <ul className={styles.questions}>
          {questions.map((question) => (
            <li key={question} dir="auto">
              {question}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.scores}>
        {[undefined, ...SCORES].map((value) => (
          <label key={value ?? "none"} className={styles.score} data-none={value === undefined || undefined}>
            <input
              type="radio"
              name={`score-${name}`}
              checked={score === value}
              onChange={() => onPut(value)}
            />
            <span>{value ?? t("lensView.rateForm.none")}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

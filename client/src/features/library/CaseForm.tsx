/** A place typed in, to find cases like it. Found on asking, so that each search is one step of the address. */
import { Button, TextInput } from "@mantine/core";
import { COMPARED } from "@trellis/shared/derive/library";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Library.module.css";
import type { TypedPlace } from "./libraryAddress.ts";

interface CaseFormProps {
  readonly place: TypedPlace;
  readonly onFind: (place: TypedPlace) => void;
}

const LONGEST = 300;

export function CaseForm({ place, onFind }: CaseFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(place);
  const [isMissing, setMissing] = useState(false);
  // Back leads to what was typed before. By its text: any change of the address makes the same place anew.
  const told = JSON.stringify(place);
  useEffect(() => setTyped(JSON.parse(told)), [told]);
  const find = () => {
    const isEmpty = COMPARED.every((field) => typed[field].trim() === "");
    setMissing(isEmpty);
    if (!isEmpty) onFind(typed);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      {COMPARED.map((field, index) => (
        <TextInput
          key={field}
          size="xs"
          label={t(`field.${field}`)}
          placeholder={t(`library.compare.example.${field}`)}
          maxLength={LONGEST}
          value={typed[field]}
          error={isMissing && index === 0 ? t("library.compare.missing") : null}
          onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit" size="xs">
        {t("library.compare.find")}
      </Button>
    </form>
  );
}

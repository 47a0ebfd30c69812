import { Code, Stack, Text, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { signIn } from "../../http/logins.ts";
import { problemText } from "../../http/problemText.ts";
import { ApiProblem } from "../../http/request.ts";
import { Loading } from "../../ui/Loading.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { Page } from "../../ui/Page.tsx";
import { forgetSecret, takeSecret } from "./secret.ts";

const FRESH_LINK_COMMAND = "npm run --silent trellis -- sign-in-link";

/** Spends the one-time link of the address and goes to the start page. */
export function EnterPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    const secret = takeSecret();
    if (secret === "") {
      setProblem(t("join.noSecret"));
      return;
    }
    signIn(secret)
      .then(() => navigate("/", { replace: true }))
      .catch((error: unknown) => {
        const text = problemText(t, error);
        setProblem(
          error instanceof ApiProblem ? t(`join.enter.${error.code}`, { defaultValue: text }) : text,
        );
      })
      .finally(forgetSecret);
  }, [navigate, t]);
  if (problem === null) return <Loading />;
  return (
    <Page narrow>
      <Stack gap="md">
        <Mark size={32} />
        <Title order={1} fz={24}>
          {t("join.enterFailed")}
        </Title>
        <Text role="alert">{problem}</Text>
        <Text>{t("join.freshLink")}</Text>
        <Code block>{FRESH_LINK_COMMAND}</Code>
      </Stack>
    </Page>
  );
}

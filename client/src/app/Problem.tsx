/** A page that says in one sentence what is wrong and what to do. Texts under `problems.<name>`. */
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Mark } from "../ui/Mark.tsx";
import { Page } from "../ui/Page.tsx";

interface ProblemProps {
  readonly name: string;
  /** Offer to load the page again. */
  readonly reload?: boolean;
  readonly children?: ReactNode;
}

export function Problem({ name, reload = false, children }: ProblemProps) {
  const { t } = useTranslation();
  return (
    <Page narrow>
      <Stack gap="md" align="flex-start">
        <Mark size={32} />
        <Title order={1} fz={24}>
          {t(`problems.${name}.title`)}
        </Title>
        <Text fz="md">{t(`problems.${name}.text`)}</Text>
        {children}
        <Group>
          {reload && <Button onClick={() => location.reload()}>{t("app.reload")}</Button>}
          <Button component="a" href="/" variant="default">
            {t("app.toStart")}
          </Button>
        </Group>
      </Stack>
    </Page>
  );
}

import { Code, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Mark } from "../../ui/Mark.tsx";
import { Page } from "../../ui/Page.tsx";

const FRESH_LINK_COMMAND = "npm run --silent trellis -- sign-in-link";

/** Nobody is signed in: how to come in. */
export function SignedOut() {
  const { t } = useTranslation();
  return (
    <Page narrow>
      <Stack gap="md">
        <Mark size={32} />
        <Title order={1} fz={24}>
          {t("start.signedOut")}
        </Title>
        <Text>{t("start.signedOutGuest")}</Text>
        <Text>{t("start.signedOutOwner")}</Text>
        <Code block>{FRESH_LINK_COMMAND}</Code>
      </Stack>
    </Page>
  );
}

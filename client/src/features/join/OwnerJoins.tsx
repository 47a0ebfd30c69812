import { Alert, Stack, Title } from "@mantine/core";
import type { Me } from "@trellis/shared/protocol/api";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { redeemGuestLink } from "../../http/logins.ts";
import { problemText } from "../../http/problemText.ts";
import { Loading } from "../../ui/Loading.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { Page } from "../../ui/Page.tsx";
import { forgetSecret } from "./secret.ts";

interface OwnerJoinsProps {
  readonly secret: string;
  readonly owner: Me;
}

/** The owner, signed in already, comes to the map of a guest link without being asked anything. */
export function OwnerJoins({ secret, owner }: OwnerJoinsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    redeemGuestLink({ secret, name: owner.name, organisation: owner.organisation })
      .then(({ mapId }) => navigate(`/maps/${mapId}`, { replace: true }))
      .catch((error: unknown) => setProblem(problemText(t, error)))
      .finally(forgetSecret);
  }, [secret, owner, navigate, t]);
  if (problem === null) return <Loading />;
  return (
    <Page narrow>
      <Stack gap="md">
        <Mark size={32} />
        <Title order={1} fz={24}>
          {t("join.title")}
        </Title>
        <Alert color="orange" variant="light" role="alert">
          {problem}
        </Alert>
        <Link to="/">{t("join.allMaps")}</Link>
      </Stack>
    </Page>
  );
}

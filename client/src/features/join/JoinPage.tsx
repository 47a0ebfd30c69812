import { Alert, Button, Stack, Text, TextInput, Title } from "@mantine/core";
import type { Me } from "@trellis/shared/protocol/api";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { redeemGuestLink, whoAmI } from "../../http/logins.ts";
import { problemText } from "../../http/problemText.ts";
import { Loading } from "../../ui/Loading.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { Page } from "../../ui/Page.tsx";
import { OwnerJoins } from "./OwnerJoins.tsx";
import { forgetSecret, takeSecret } from "./secret.ts";

const NAME_LIMIT = 80;
const ORGANISATION_LIMIT = 120;

/** The owner of the workspace needs no name and no link: the map opens. Anyone else is asked once who they are. */
export function JoinPage() {
  const [secret] = useState(takeSecret);
  const [me, setMe] = useState<Me | "nobody" | null>(secret === "" ? "nobody" : null);
  useEffect(() => {
    if (me !== null) return;
    // Whoever is not signed in, or cannot be asked about, gives a name; coming in tells them what else is wrong.
    whoAmI().then(setMe, () => setMe("nobody"));
  }, [me]);
  if (me === null) return <Loading />;
  if (me !== "nobody" && me.kind === "owner") return <OwnerJoins secret={secret} owner={me} />;
  return <GuestJoins secret={secret} />;
}

/** Asks a guest once who they are, then opens the map the link is for. */
function GuestJoins({ secret }: { readonly secret: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [organisation, setOrganisation] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(secret === "" ? t("join.noSecret") : null);
  const nameField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = t("join.pageTitle");
    nameField.current?.focus();
  }, [t]);

  const join = async () => {
    setBusy(true);
    try {
      const { mapId } = await redeemGuestLink({
        secret,
        name: name.trim(),
        organisation: organisation.trim(),
      });
      forgetSecret();
      await navigate(`/maps/${mapId}`, { replace: true });
    } catch (error) {
      setProblem(problemText(t, error));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() !== "") void join();
  };

  return (
    <Page narrow>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Mark size={32} />
          <Title order={1} fz={24}>
            {t("join.title")}
          </Title>
          <Text>{t("join.why")}</Text>
          {problem && (
            <Alert color="orange" variant="light" role="alert">
              {problem}
            </Alert>
          )}
          <TextInput
            label={t("join.name")}
            description={t("join.nameHint")}
            value={name}
            maxLength={NAME_LIMIT}
            autoComplete="name"
            ref={nameField}
            error={asked && name.trim() === "" ? t("join.nameMissing") : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t("join.organisation")}
            value={organisation}
            maxLength={ORGANISATION_LIMIT}
            autoComplete="organization"
            onChange={(event) => setOrganisation(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy} disabled={secret === ""}>
            {t("join.open")}
          </Button>
        </Stack>
      </form>
    </Page>
  );
}

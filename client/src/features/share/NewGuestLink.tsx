import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import type { GuestLink } from "@trellis/shared/protocol/api";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCreateGuestLink } from "../../http/guestLinks.ts";
import { problemText } from "../../http/problemText.ts";
import { expiryAfter, LIFETIMES, type Lifetime } from "./expiry.ts";

const ROLES: readonly GuestLink["role"][] = ["viewer", "editor"];

/** Makes a link. Its address is shown once, because only its hash is kept. */
export function NewGuestLink({ mapId }: { readonly mapId: string }) {
  const { t } = useTranslation();
  const create = useCreateGuestLink(mapId);
  const [role, setRole] = useState<GuestLink["role"]>("viewer");
  const [lifetime, setLifetime] = useState<Lifetime>("none");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = expiryAfter(lifetime, new Date());
    create.mutate({ role, ...(expiresAt ? { expiresAt } : {}) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t("share.mayDo")}
            value={role}
            data={ROLES.map((value) => ({ value, label: t(`share.role.${value}`) }))}
            onChange={(event) =>
              setRole(ROLES.find((known) => known === event.currentTarget.value) ?? "viewer")
            }
          />
          <NativeSelect
            label={t("share.worksFor")}
            value={lifetime}
            data={LIFETIMES.map((value) => ({ value, label: t(`share.lifetime.${value}`) }))}
            onChange={(event) =>
              setLifetime(LIFETIMES.find((known) => known === event.currentTarget.value) ?? "none")
            }
          />
          <Button type="submit" loading={create.isPending}>
            {t("share.make")}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {t(`share.roleMeans.${role}`)} {t("share.explain")}
        </Text>
        {create.error && (
          <Alert color="orange" role="alert">
            {problemText(t, create.error)}
          </Alert>
        )}
        {create.data && <NewAddress key={create.data.id} url={create.data.url} />}
      </Stack>
    </form>
  );
}

function NewAddress({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied("yes"),
      () => setCopied("failed"),
    );
  return (
    <Stack gap={4} role="status">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={t("share.address")}
          value={url}
          readOnly
          flex={1}
          data-guest-link-url
          onFocus={(event) => event.currentTarget.select()}
        />
        {"clipboard" in navigator && (
          <Button variant="default" onClick={() => void copy()}>
            {t(copied === "yes" ? "app.copied" : "app.copy")}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {t(copied === "failed" ? "share.copyByHand" : "share.shownOnce")}
      </Text>
    </Stack>
  );
}

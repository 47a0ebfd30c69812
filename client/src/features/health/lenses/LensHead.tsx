/** Which lens, whether it colours the map, and the way to a lens of one's own. */
import { Button, NativeSelect, Switch } from "@mantine/core";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { LENSES } from "@trellis/shared/schema/lenses";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { lookStore, useLook } from "../../../workspace/lookStore.ts";
import styles from "./Lenses.module.css";
import type { LensAsking, LensesHere, OwnLens } from "./useLensModel.ts";

interface LensHeadProps {
  readonly here: LensesHere;
  readonly canEdit: boolean;
  /** The lens in view, where it is one of the map's own. */
  readonly ownLens: OwnLens | undefined;
  readonly onAsk: (asking: LensAsking) => void;
}

export function LensHead({ here, canEdit, ownLens, onAsk }: LensHeadProps) {
  const { t } = useTranslation();
  const { model, words, choose } = here;
  const colour = useLook((state) => state.colour);
  const option = ({ lens, tagged, isRated }: (typeof model.all)[number]) => ({
    value: lens,
    label: t(isRated ? "lensView.optionRated" : "lensView.option", { name: words.lens(lens), count: tagged }),
  });
  const builtIn = new Set(LENSES.map(({ id }) => id));
  const own = model.all.filter(({ lens }) => !builtIn.has(lens));
  return (
    <div className={styles.head}>
      <NativeSelect
        className={styles.choice ?? ""}
        label={t("lensView.choose")}
        value={model.lens}
        onChange={(event) => choose({ lens: event.currentTarget.value, earlier: "" })}
        data={[
          {
            group: t("lensView.builtIn"),
            items: model.all.filter(({ lens }) => builtIn.has(lens)).map(option),
          },
          ...(own.length > 0 ? [{ group: t("lensView.own"), items: own.map(option) }] : []),
        ]}
      />
      <Switch
        className={styles.colour ?? ""}
        label={t("lensView.colour")}
        checked={colour === model.lens}
        onChange={(event) => lookStore.getState().colourBy(event.currentTarget.checked ? model.lens : null)}
      />
      <div className={styles.buttons}>
        <ToCanvas lens={model.lens} />
        {canEdit && ownLens && (
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<IconPencil size={16} stroke={1.7} aria-hidden="true" />}
            onClick={() => onAsk({ kind: "editLens", lens: ownLens })}
          >
            {t("lensView.ownLens.edit")}
          </Button>
        )}
        {canEdit && (
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<IconPlus size={16} stroke={1.7} aria-hidden="true" />}
            onClick={() => onAsk({ kind: "newLens" })}
          >
            {t("lensView.ownLens.add")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Where the colours and the filter of this lens are seen, once one of them is on. */
function ToCanvas({ lens }: { readonly lens: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { mapId = "" } = useParams<"mapId">();
  const isSeen = useLook(
    ({ colour, filter }) => colour === lens || filter.tags.some((tag) => tag.startsWith(`${lens}:`)),
  );
  if (!isSeen) return null;
  return (
    <Button
      size="compact-md"
      variant="light"
      onClick={() => void navigate({ pathname: `/maps/${mapId}`, search: window.location.search })}
    >
      {t("lensView.toCanvas")}
    </Button>
  );
}

/** What goes on into the next phase without anybody accountable there, and the way to name somebody. */
import { Button, NativeSelect, Popover } from "@mantine/core";
import type { NextPhase } from "@trellis/shared/derive/handovers";
import type { PhaseBand } from "@trellis/shared/derive/phaseBands";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { isoDay } from "@trellis/shared/schema/days";
import type { CardId } from "@trellis/shared/schema/ids";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { titleOf } from "../../workspace/lookWords.ts";
import { openAt } from "../../workspace/panelWish.ts";
import { showDate } from "../../workspace/showDate.ts";
import { useFirstCard } from "../../workspace/useFirstCard.ts";
import styles from "./Roadmap.module.css";
import { levelName, phaseName, phaseNameIn } from "./roadmapWords.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

interface NotHandedOverProps {
  readonly next: NextPhase | undefined;
  readonly phases: readonly PhaseBand[];
  readonly model: RoadmapModel;
}

/** Cards listed before somebody asks for the rest. */
const FEW = 40;

export function NotHandedOver({ next, phases, model }: NotHandedOverProps) {
  const { t } = useTranslation();
  const [isAll, setAll] = useState(false);
  if (!next) {
    const last = phases.find(({ isCurrent }) => isCurrent);
    return <p className={view.lead}>{last && t("roadmap.next.last", { phase: phaseName(last, t) })}</p>;
  }
  const { open } = next;
  const name = phaseNameIn(phases, next.next.id, t);
  const shown = isAll ? open : open.slice(0, FEW);
  return (
    <section className={view.section} data-not-handed-over={open.length} aria-label={t("roadmap.next.title")}>
      <h3 className={view.sectionTitle}>{t("roadmap.next.title")}</h3>
      <p className={view.lead}>
        {nextText(next, name, t)}{" "}
        <span className={open.length > 0 && next.isDue ? view.warn : undefined}>
          {open.length === 0 ? t("roadmap.next.all") : t("roadmap.next.open", { count: open.length })}
        </span>
      </p>
      <ul className={styles.openList}>
        {shown.map((card) => (
          <li key={card} data-open={card}>
            <CardButton card={card} />
            {model.canEdit && <NameAccountable card={card} phase={next.next.id} name={name} model={model} />}
          </li>
        ))}
      </ul>
      {open.length > shown.length && (
        <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
          {t("roadmap.next.more", { count: open.length })}
        </Button>
      )}
    </section>
  );
}

/** "Second season begins on 1 Jan 2018: regional leads, after national." */
function nextText(next: NextPhase, name: string, t: ReturnType<typeof useTranslation>["t"]): string {
  const { now, next: phase, begins, changesLead } = next;
  const begun =
    begins === null
      ? t("roadmap.next.undated", { phase: name })
      : t("roadmap.next.begins", { phase: name, date: showDate(phase.start ?? isoDay(begins)) });
  const key = changesLead === null ? "leadNotKnown" : changesLead ? "leadChanges" : "leadStays";
  return `${begun} ${t(`roadmap.next.${key}`, {
    from: levelName(now.leadLevel ?? null, t),
    to: levelName(phase.leadLevel ?? null, t),
  })}`;
}

interface NameAccountableProps {
  readonly card: CardId;
  readonly phase: string;
  readonly name: string;
  readonly model: RoadmapModel;
}

const actorsOf = ({ cards }: MapSnapshot): MapSnapshot["cards"] => cards;

function NameAccountable({ card, phase, name, model }: NameAccountableProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const title = useMap((snapshot) => titleOf(snapshot, card, t));
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="light"
          aria-expanded={isOpen}
          aria-label={t("roadmap.next.nameOf", { card: title })}
          onClick={() => setOpen(!isOpen)}
        >
          {t("roadmap.next.name")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("roadmap.next.nameOf", { card: title })}>
        {isOpen && (
          <ChooseAccountable
            card={card}
            phase={phase}
            name={name}
            model={model}
            close={() => setOpen(false)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function ChooseAccountable({
  card,
  phase,
  name,
  model,
  close,
}: NameAccountableProps & { readonly close: () => void }) {
  const { t } = useTranslation();
  const [actor, setActor] = useState("");
  const cards = useMap(actorsOf);
  const begin = useFirstCard();
  const actors = [...cards.values()]
    .flatMap((one) =>
      one.type === "actor" ? [{ value: one.id as string, label: one.title || t("look.untitled") }] : [],
    )
    .sort((one, other) => one.label.localeCompare(other.label));
  if (actors.length === 0)
    return (
      <>
        <p className={styles.noActors}>{t("roadmap.next.noActors")}</p>
        <Button size="compact-sm" onClick={() => begin("actor")}>
          {t("roadmap.next.addActor")}
        </Button>
      </>
    );
  const give = () => {
    model.actions.nameAccountable(card, actor as CardId, phase, name);
    close();
  };
  const found = cards.get(card);
  return (
    <div className={styles.choose}>
      <NativeSelect
        label={t("roadmap.next.who", { phase: name })}
        data-autofocus
        value={actor}
        onChange={(event) => setActor(event.currentTarget.value)}
        data={[{ value: "", label: t("roadmap.next.choose") }, ...actors]}
      />
      <Button size="compact-md" disabled={actor === ""} onClick={give}>
        {t("roadmap.next.give")}
      </Button>
      {found && (
        <Button size="compact-sm" variant="subtle" onClick={() => openAt(found, "chips:accountable")}>
          {t("roadmap.next.everyPhase")}
        </Button>
      )}
    </div>
  );
}

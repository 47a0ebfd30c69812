/** What is shown of the map, in every view: types of cards, and filters by level, status, actor and lens with counts. */
import { Switch, TextInput } from "@mantine/core";
import { type CardFilter, filterCounts } from "@trellis/shared/derive/cardFilter";
import { BIG_TREE } from "@trellis/shared/derive/folding";
import { missionTree } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { CARD_TYPES, type CardType, ENUMS } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMap, useSnapshot } from "../document/useMap.ts";
import { ColourSection } from "./ColourSection.tsx";
import { useHealth } from "./healthStore.ts";
import { toggleFold } from "./lookActions.ts";
import { lookStore, useLook } from "./lookStore.ts";
import { lensWord, statusWord, tagParts, tagValueWord, titleOf } from "./lookWords.ts";
import styles from "./ShowPanel.module.css";
import { CheckRow, ShowSection } from "./ShowSection.tsx";
import { TypeGlyph } from "./TypeGlyph.tsx";
import { useWorkspace } from "./workspaceStore.ts";

/** With more actors than this they are looked for by typing. */
const MANY = 8;

/** `children` are sections of the view it stands in, such as the canvas's kinds of links. */
export function ShowPanel({ children }: { readonly children?: ReactNode }) {
  const snapshot = useSnapshot();
  const filter = useLook((state) => state.filter);
  const types = useWorkspace((state) => state.shownTypes);
  const counts = useMemo(() => {
    const offered = [...snapshot.cards.values()].filter(({ type }) => types.has(type)).map(({ id }) => id);
    return filterCounts(snapshot, filter, offered);
  }, [snapshot, filter, types]);
  return (
    <>
      <FoldSwitch snapshot={snapshot} />
      <TypeSection snapshot={snapshot} types={types} />
      <ValueSection kind="levels" order={ENUMS.level} counts={counts.level} filter={filter} />
      <ValueSection kind="statuses" counts={counts.status} filter={filter} />
      <ActorSection snapshot={snapshot} counts={counts.actor} filter={filter} />
      <TagSection snapshot={snapshot} counts={counts.tag} filter={filter} />
      <ColourSection />
      {children}
      <MarkSection />
    </>
  );
}

/** Signs on cards that say something is to be mended. */
function MarkSection() {
  const { t } = useTranslation();
  const { marks, showsMarks, showMarks } = useHealth((state) => state);
  return (
    <ShowSection title={t("look.panel.marks")}>
      <CheckRow
        label={t("look.panel.health")}
        on={showsMarks}
        count={marks.size}
        onToggle={() => showMarks(!showsMarks)}
      />
    </ShowSection>
  );
}

/** Offered where folding helps: on a small map it would hide what one can see at a glance. */
function FoldSwitch({ snapshot: { cards } }: { readonly snapshot: MapSnapshot }) {
  const { t } = useTranslation();
  const isFolded = useLook((state) => state.unfolded !== null);
  const isBig = useMemo(() => missionTree(cards).all.length > BIG_TREE, [cards]);
  if (!isFolded && !isBig) return null;
  return (
    <div className={styles.fold}>
      <Switch
        size="xs"
        label={t("look.panel.fold")}
        description={t("look.panel.foldHint")}
        checked={isFolded}
        onChange={toggleFold}
      />
    </div>
  );
}

function TypeSection({ snapshot, types }: { snapshot: MapSnapshot; types: ReadonlySet<CardType> }) {
  const { t } = useTranslation();
  const showType = useWorkspace((state) => state.showType);
  const counts = useMemo(() => {
    const found = new Map<CardType, number>();
    for (const { type } of snapshot.cards.values()) found.set(type, (found.get(type) ?? 0) + 1);
    return found;
  }, [snapshot]);
  return (
    <ShowSection title={t("look.panel.cards")} startsOpen>
      {CARD_TYPES.filter((type) => counts.has(type)).map((type) => (
        <CheckRow
          key={type}
          label={t(`cardTypes.${type}`)}
          on={types.has(type)}
          count={counts.get(type) ?? 0}
          sample={<TypeGlyph type={type} />}
          onToggle={() => showType(type, !types.has(type))}
        />
      ))}
    </ShowSection>
  );
}

interface SectionProps {
  readonly counts: ReadonlyMap<string, number>;
  readonly filter: CardFilter;
}

const clearOf = (kind: keyof CardFilter) => () => {
  const { filter, set } = lookStore.getState();
  set({ filter: { ...filter, [kind]: [], ...(kind === "actors" ? { roles: [] } : {}) } });
};

const STATUS_ORDER: readonly string[] = [
  ...new Set<string>([...ENUMS.status, ...ENUMS.instrumentStatus, ...ENUMS.decisionStatus]),
];

function ValueSection({
  kind,
  order = STATUS_ORDER,
  counts,
  filter,
}: SectionProps & { readonly kind: "levels" | "statuses"; readonly order?: readonly string[] }) {
  const { t } = useTranslation();
  const toggle = useLook((state) => state.toggle);
  const chosen: readonly string[] = filter[kind];
  const word = (value: string) => (kind === "levels" ? t(`enum.level.${value}`) : statusWord(value, t));
  const values = order.filter((value) => counts.has(value) || chosen.includes(value));
  if (values.length === 0) return null;
  const title = t(kind === "levels" ? "look.panel.level" : "look.panel.status");
  return (
    <ShowSection title={title} chosen={chosen.length} onClear={clearOf(kind)}>
      {values.map((value) => (
        <CheckRow
          key={value}
          label={word(value)}
          on={chosen.includes(value)}
          count={counts.get(value) ?? 0}
          onToggle={() => toggle(kind, value)}
        />
      ))}
    </ShowSection>
  );
}

function ActorSection({ snapshot, counts, filter }: SectionProps & { readonly snapshot: MapSnapshot }) {
  const { t } = useTranslation();
  const [sought, setSought] = useState("");
  const toggle = useLook((state) => state.toggle);
  const { actors, roles } = filter;
  const all = useMemo(
    () =>
      [...counts.keys()]
        .map((id) => ({ id: id as CardId, title: titleOf(snapshot, id as CardId, t) }))
        .sort((one, other) => one.title.localeCompare(other.title)),
    [counts, snapshot, t],
  );
  const wanted = sought.trim().toLocaleLowerCase();
  const shown = all.filter(
    ({ id, title }) => actors.includes(id) || title.toLocaleLowerCase().includes(wanted),
  );
  if (all.length === 0) return null;
  return (
    <ShowSection
      title={t("look.panel.actor")}
      chosen={actors.length + roles.length}
      onClear={clearOf("actors")}
    >
      {all.length > MANY && (
        <TextInput
          className={styles.find ?? ""}
          size="xs"
          aria-label={t("look.panel.findActor")}
          placeholder={t("look.panel.findActor")}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      {shown.map(({ id, title }) => (
        <CheckRow
          key={id}
          label={title}
          on={actors.includes(id)}
          count={counts.get(id) ?? 0}
          onToggle={() => toggle("actors", id)}
        />
      ))}
      <p className={styles.group}>{t("look.panel.role")}</p>
      <RoleRows filter={filter} />
    </ShowSection>
  );
}

function RoleRows({ filter: { roles } }: { readonly filter: CardFilter }) {
  const { t } = useTranslation();
  const toggle = useLook((state) => state.toggle);
  const counts = useMap(({ links }) => {
    const found = new Map<string, number>();
    for (const link of links.values())
      if (link.type === "responsible" && link.role) found.set(link.role, (found.get(link.role) ?? 0) + 1);
    return [...found].map(([role, count]) => `${role} ${count}`).join();
  });
  const byRole = new Map(counts.split(",").map((entry) => entry.split(" ") as [string, string]));
  return ENUMS.role
    .filter((role) => byRole.has(role) || roles.includes(role))
    .map((role) => (
      <CheckRow
        key={role}
        label={t(`enum.role.${role}`)}
        on={roles.includes(role)}
        count={Number(byRole.get(role) ?? 0)}
        onToggle={() => toggle("roles", role)}
      />
    ));
}

function TagSection({ snapshot, counts, filter }: SectionProps & { readonly snapshot: MapSnapshot }) {
  const { t } = useTranslation();
  const toggle = useLook((state) => state.toggle);
  const chosen: readonly string[] = filter.tags;
  const lenses = new Map<string, string[]>();
  const inOrder = [...new Set([...counts.keys(), ...chosen])].sort((one, other) =>
    one.localeCompare(other, undefined, { numeric: true }),
  );
  for (const tag of inOrder) {
    const { lens } = tagParts(tag);
    lenses.set(lens, [...(lenses.get(lens) ?? []), tag]);
  }
  if (lenses.size === 0) return null;
  return (
    <ShowSection title={t("look.panel.tag")} chosen={chosen.length} onClear={clearOf("tags")}>
      {[...lenses].map(([lens, tags]) => (
        <div key={lens}>
          <p className={styles.group}>{lensWord(snapshot.settings, lens, t)}</p>
          {tags.map((tag) => (
            <CheckRow
              key={tag}
              label={tagValueWord(lens, tagParts(tag).value, t)}
              on={chosen.includes(tag)}
              count={counts.get(tag) ?? 0}
              onToggle={() => toggle("tags", tag)}
            />
          ))}
        </div>
      ))}
    </ShowSection>
  );
}

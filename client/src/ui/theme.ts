/** Ink on paper: one green for what can be done, warm greys for the rest. No gradients, no coloured stripes. */

import { createTheme, type MantineColorsTuple, rem } from "@mantine/core";
import styles from "./theme.module.css";

const forest: MantineColorsTuple = [
  "#eef6f4",
  "#dcece8",
  "#b5d8d0",
  "#89c2b5",
  "#57a795",
  "#338773",
  "#1b7160",
  "#0f5c50",
  "#0c4b41",
  "#143f3a",
];
const ink: MantineColorsTuple = [
  "#fafaf8",
  "#f4f4f1",
  "#ebeae6",
  "#dfdeda",
  "#cccbc6",
  "#9b9a94",
  "#6f6e68",
  "#55544f",
  "#3a3935",
  "#1c1c1a",
];
const orange: MantineColorsTuple = [
  "#fdf3e0",
  "#fae6c6",
  "#f3d29b",
  "#e8c37a",
  "#d99a3f",
  "#c97417",
  "#bd600f",
  "#b5520b",
  "#8f4009",
  "#6d3107",
];
const red: MantineColorsTuple = [
  "#fdf0ee",
  "#f9dcd8",
  "#f0b8b1",
  "#e58f86",
  "#d9675c",
  "#c84539",
  "#b83227",
  "#a4271d",
  "#831e16",
  "#661711",
];

export const theme = createTheme({
  fontFamily: '"Public Sans Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Public Sans Variable", system-ui, sans-serif', fontWeight: "650" },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(18) },
  colors: { forest, ink, gray: ink, orange, red },
  primaryColor: "forest",
  primaryShade: 7,
  black: "#1c1c1a",
  white: "#ffffff",
  defaultRadius: "md",
  radius: { xs: rem(3), sm: rem(4), md: rem(6), lg: rem(10), xl: rem(16) },
  cursorType: "pointer",
  autoContrast: true,
  components: {
    ModalOverlay: { defaultProps: { backgroundOpacity: 0.32 } },
    Modal: {
      defaultProps: { centered: false, yOffset: "10vh", overlayProps: { backgroundOpacity: 0.32 } },
      styles: { title: { fontSize: rem(16), fontWeight: 650 } },
    },
    // No coloured stripe: what a notice says is in its words, and a problem has a warm border.
    Notifications: { classNames: { root: styles.notices ?? "" } },
    Notification: { classNames: { root: styles.notice ?? "" } },
    // A menu holds items only, and begins at the first.
    // Inside the main part of the page: outside of every landmark a screen reader would lose its place.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, portalProps: { target: "main" } } },
    // Beside what it explains, so that it belongs to the same part of the page.
    Tooltip: { defaultProps: { openDelay: 300, withinPortal: false, floatingStrategy: "fixed" } },
  },
});

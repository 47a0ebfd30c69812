import { useMediaQuery } from "@mantine/hooks";

export const PHONE_QUERY = "(max-width: 48em)";

/** True where there is room for one thing at a time. */
export const usePhone = (): boolean => useMediaQuery(PHONE_QUERY, false, { getInitialValueInEffect: false });

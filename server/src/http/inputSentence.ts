// What is wrong with a request's body, said to a person: the part, and what it must be. The schemas say what they
// expect in the words of a type checker; those words are never shown.
import type { z } from "zod";

type Issue = z.ZodError["issues"][number];

const WORDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

function wrongWith(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be given as ${WORDS[issue.expected] ?? "another kind of value"}`;
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? "must not be empty"
        : `must be at least ${issue.minimum}`;
    case "too_big":
      if (issue.origin === "array") return `has too many entries: at most ${issue.maximum} are taken at once`;
      return issue.origin === "string"
        ? `is too long: at most ${issue.maximum} characters are taken`
        : `must be at most ${issue.maximum}`;
    case "invalid_value":
      return `must be one of: ${issue.values.map(String).join(", ")}`;
    case "invalid_format":
      return issue.format === "datetime"
        ? "must be a date and time such as 2038-01-31T12:00:00Z"
        : "is not written as it must be";
    default:
      return issue.message;
  }
}

/** One sentence about the first thing that is wrong. */
export function inputSentence({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return "The request does not fit.";
  if (issue.path.length > 0) return `${issue.path.join(".")} ${wrongWith(issue)}.`;
  return issue.code === "custom" ? issue.message : "Send the body of the request as one JSON object.";
}

/** What people see when a view fails: a sentence and a way back. The error itself goes to the console. */
import { Component, type ErrorInfo, type ReactNode } from "react";
import { Problem } from "./Problem.tsx";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.failed ? <Problem name="crashed" reload /> : this.props.children;
  }
}

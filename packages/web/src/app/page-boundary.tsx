import { Component, type ReactNode } from 'react';
import { ErrorState } from '../components/error-state.tsx';

/** Keeps an error in a page from taking the shop down with it: header and footer stay, the page says what to do. */
export class PageBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    // A fresh load also fetches code that a newer version of the shop has replaced.
    return this.state.failed ? <ErrorState onRetry={() => window.location.reload()} /> : this.props.children;
  }
}

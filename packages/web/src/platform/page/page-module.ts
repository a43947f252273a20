import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { type ComponentType, createContext, type ReactNode, use } from 'react';
import type { Locale } from '../locale/locale-context.tsx';

/** What a page may read to say which data it shows. */
export interface PageRequest {
  readonly locale: Locale;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly search: URLSearchParams;
}

/** A query with the variables that a page runs it with. */
export interface PageQuery {
  readonly query: TypedDocumentNode<unknown, OperationVariables>;
  readonly variables: OperationVariables;
}

/** The data that a page or layout shows first, so that the server and a link on intent can fetch it ahead. */
type Queries = (request: PageRequest) => PageQuery[];

/** A page. */
export interface PageModule {
  readonly Page: ComponentType;
  readonly queries?: Queries;
  /** Queries that depend on what those answered, in their order. */
  readonly moreQueries?: (request: PageRequest, data: unknown[]) => PageQuery[];
}

/** What stands around the pages of a surface. */
export interface LayoutModule {
  readonly Layout: ComponentType<{ children: ReactNode }>;
  readonly queries?: Queries;
}

/** An address pattern of the site, without the language, and what answers it. */
export interface Route {
  readonly path: string;
  readonly page: Lazy<PageModule>;
  readonly layout: Lazy<LayoutModule>;
}

/** A module in a chunk of its own: loaded ahead on the server and on intent, awaited when rendered too early. */
export interface Lazy<Module> {
  /** The source file as the build's manifest names it, so that the server can announce its chunk to the browser. */
  readonly source: string;
  readonly load: () => Promise<Module>;
  readonly useModule: () => Module;
}

/** Code of a page could not be loaded: the connection is lost, or a newer version of the shop has replaced it. */
export class CodeError extends Error {}

/** Makes a module that is loaded once, when first needed. */
export function lazyModule<Module>(source: string, importModule: () => Promise<Module>): Lazy<Module> {
  let loading: Promise<Module> | undefined;
  let loaded: Module | undefined;
  const load = () => {
    loading ??= importModule().then(
      (module) => {
        loaded = module;
        return module;
      },
      (error: unknown) => {
        // A chunk that could not be had is asked for again at the next try.
        loading = undefined;
        throw new CodeError(source, { cause: error });
      },
    );
    return loading;
  };
  // Once loaded it renders at once: the server renders in one go, and hydration must find what the server sent.
  return { source, load, useModule: () => loaded ?? use(load()) };
}

/** A page query whose variables are checked against its document. */
export function pageQuery<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): PageQuery {
  return { query: query as unknown as PageQuery['query'], variables };
}

/** Gives the request to the page. */
export const PageRequestContext = createContext<PageRequest | null>(null);

/** What the address of the page says. */
export function usePageRequest(): PageRequest {
  const request = use(PageRequestContext);
  if (!request) throw new Error('usePageRequest is used outside a page.');
  return request;
}

import { AccessHistoryConnection } from '@barrier/schema/data-rights/access-history.type.ts';
import { DownloadLinkArgs } from '@barrier/schema/data-rights/download.args.ts';
import {
  DataDownload,
  RequestDownloadLinkPayload,
  RequestDownloadPayload,
} from '@barrier/schema/data-rights/download.type.ts';
import { AccessHistoryArgs, HoldingsArgs, PersonArgs } from '@barrier/schema/data-rights/holdings.args.ts';
import { HeldPartConnection } from '@barrier/schema/data-rights/holdings.type.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { requestDownload } from './download/request-download.ts';
import { requestDownloadLink } from './download/request-download-link.ts';
import { findDownload } from './download/view-download.ts';
import type { HoldingsContext } from './holdings/holdings-context.ts';
import { listAccessHistory } from './holdings/list-access-history.ts';
import { listHoldings } from './holdings/list-holdings.ts';

const MARKED = 'Each field of what it answers is marked.';

/** What the shop holds about somebody, who looked, and a copy of all of it, for customers and guests alike (P6.1). */
@Resolver()
export class HoldingsResolver {
  @NonPersonal(MARKED)
  @Query(() => HeldPartConnection, {
    description: 'What the shop holds about whoever asks: each value, what for, who sees it, until when and why.',
  })
  holdings(@Args(() => HoldingsArgs) args: HoldingsArgs, @Ctx() context: HoldingsContext): Promise<HeldPartConnection> {
    return listHoldings(context, args);
  }

  @Query(() => AccessHistoryConnection, { description: 'Who looked at the data of whoever asks, newest first.' })
  accessHistory(
    @Args(() => AccessHistoryArgs) args: AccessHistoryArgs,
    @Ctx() context: HoldingsContext,
  ): Promise<AccessHistoryConnection> {
    return listAccessHistory(context, args);
  }

  @Query(() => DataDownload, {
    nullable: true,
    description: 'The newest copy that was asked for; null if there is none.',
  })
  download(@Args(() => PersonArgs) args: PersonArgs, @Ctx() context: HoldingsContext): Promise<DataDownload | null> {
    return findDownload(context, args);
  }

  @Mutation(() => RequestDownloadPayload, {
    description: 'Has a copy of all that is held about whoever asks put together, after a fresh proof.',
  })
  requestDownload(
    @Args(() => PersonArgs) args: PersonArgs,
    @Ctx() context: HoldingsContext,
  ): Promise<RequestDownloadPayload> {
    return requestDownload(context, args);
  }

  @Mutation(() => RequestDownloadLinkPayload, {
    description: 'Makes the token by which a copy that is ready is fetched once, after a fresh proof.',
  })
  requestDownloadLink(
    @Args(() => DownloadLinkArgs) args: DownloadLinkArgs,
    @Ctx() context: HoldingsContext,
  ): Promise<RequestDownloadLinkPayload> {
    return requestDownloadLink(context, args);
  }
}

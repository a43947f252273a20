import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

/** Where a copy of somebody's data stands. */
export const DownloadState = { BUILDING: 'BUILDING', READY: 'READY', FETCHED: 'FETCHED', FAILED: 'FAILED' } as const;
export type DownloadState = (typeof DownloadState)[keyof typeof DownloadState];

registerEnumType(DownloadState, {
  name: 'DownloadState',
  description: 'Where a copy of somebody’s data stands.',
  valuesConfig: {
    BUILDING: { description: 'It is being put together.' },
    READY: { description: 'It can be fetched, once.' },
    FETCHED: { description: 'It was fetched, and is gone.' },
    FAILED: { description: 'It could not be put together; ask for it again.' },
  },
});

/** A copy of somebody's data that they asked for. */
@ObjectType({
  description: 'A copy of one’s data that was asked for: how far it is, and until when it can be fetched.',
})
@NonPersonal('It says how far a job is, to whoever asked for it, and nothing of what is in it.')
export class DataDownload {
  @Field(() => ID, { description: 'What requestDownloadLink takes.' })
  id!: string;

  @Field(() => DownloadState, { description: 'Where it stands.' })
  state!: DownloadState;

  @Field(() => Int, { description: 'How much of it is there, in per cent; 100 only when it can be fetched.' })
  percent!: number;

  @Field(() => String, { description: 'When it was asked for (ISO 8601).' })
  requestedAt!: string;

  @Field(() => String, { nullable: true, description: 'Until when it can be fetched (ISO 8601), once it is ready.' })
  availableUntil!: string | null;
}

/** What asking for a copy of one's data answers. */
@ObjectType({ description: 'The copy that was asked for, or why it was refused.' })
@NonPersonal('It says how far a job is, or why there is none.')
export class RequestDownloadPayload {
  @Field(() => DataDownload, { nullable: true, description: 'The copy; null if it was refused.' })
  download!: DataDownload | null;

  @Field(() => [UserError], { description: 'NOT_FRESH or TOO_MANY_DOWNLOADS.' })
  userErrors!: UserError[];
}

/** What asking for the link of a copy answers. */
@ObjectType({ description: 'What the file is fetched with, or why it was refused.' })
@NonPersonal('A random token; it is stored hashed, works once, and is good for this one file.')
export class RequestDownloadLinkPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The token for POST /download, good once and as long as the copy is; a link has it in its fragment.',
  })
  linkToken!: string | null;

  @Field(() => [UserError], { description: 'NOT_FRESH or DOWNLOAD_GONE.' })
  userErrors!: UserError[];
}

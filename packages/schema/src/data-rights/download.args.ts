import { ArgsType, Field, ID } from 'type-graphql';
import { NonPersonal } from '../privacy/marks.ts';
import { PersonArgs } from './holdings.args.ts';

/** Which copy of one's data. */
@ArgsType()
export class DownloadLinkArgs extends PersonArgs {
  @NonPersonal('A random id, good for whoever asked for the copy alone.')
  @Field(() => ID, { description: 'The id of the copy.' })
  id!: string;
}

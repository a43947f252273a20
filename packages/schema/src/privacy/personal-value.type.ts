import { GraphQLScalarType } from 'graphql';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { NonPersonal } from './marks.ts';
import { Purpose } from './purpose.ts';

/** How a personal value was answered (D7). */
export const PersonalAccess = {
  REVEALED: 'REVEALED',
  MASKED: 'MASKED',
  DENIED: 'DENIED',
  ERASED: 'ERASED',
} as const;
export type PersonalAccess = (typeof PersonalAccess)[keyof typeof PersonalAccess];

registerEnumType(PersonalAccess, {
  name: 'PersonalAccess',
  description: 'How a personal value was answered.',
  valuesConfig: {
    REVEALED: { description: 'The value itself, opened against an entry in the access log.' },
    MASKED: { description: 'A fixed pattern that holds nothing of the value.' },
    DENIED: { description: 'Not for this viewer and purpose.' },
    ERASED: { description: 'The value and its key are gone.' },
  },
});

/**
 * The scalar through which plaintext leaves. It passes a deferred text through: the value is filled in after the
 * access log has the entry, just before the answer is written.
 */
export const PersonalString = new GraphQLScalarType<unknown, unknown>({
  name: 'PersonalString',
  description: 'Text of a personal value, present only when revealed, or the mask pattern.',
  serialize: (value) => value,
  parseValue: () => {
    throw new TypeError('PersonalString is for output only.');
  },
});

const SHAPE =
  'It is the shape in which a personal value is answered; the value itself is marked on the field that has this type.';

/** A personal text as the API answers it: never a bare string, so that a denial does not wipe its parent (D7). */
@ObjectType({ description: 'A personal text: revealed, masked, denied or erased.' })
@NonPersonal(SHAPE)
export class PersonalText {
  @Field(() => PersonalAccess, { description: 'How it was answered.' })
  access!: PersonalAccess;

  @Field(() => PersonalString, {
    nullable: true,
    description: 'The text if revealed, a fixed pattern if masked, else null.',
  })
  text?: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'When a revealed value is to be dropped from the screen (ISO 8601).',
  })
  until?: string | null;

  @Field(() => [Purpose], { description: 'What the value may be used for.' })
  purposes!: Purpose[];

  @Field(() => String, {
    nullable: true,
    description: 'The day from which it is erased, if the clock has started (ISO 8601 date).',
  })
  keptUntil?: string | null;
}

/** A delivery address as the API answers it (D7); masked, it keeps the country only (D2). */
@ObjectType({ description: 'A delivery address: revealed, masked (country only), denied or erased.' })
@NonPersonal(SHAPE)
export class PersonalAddress {
  @Field(() => PersonalAccess, { description: 'How it was answered.' })
  access!: PersonalAccess;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2 country code; present unless denied or erased.',
  })
  countryCode?: string | null;

  @Field(() => PersonalString, {
    nullable: true,
    description: 'The address as it is written on a parcel in that country, its lines parted by line feeds; or a mask.',
  })
  text?: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'When a revealed value is to be dropped from the screen (ISO 8601).',
  })
  until?: string | null;

  @Field(() => [Purpose], { description: 'What the value may be used for.' })
  purposes!: Purpose[];

  @Field(() => String, {
    nullable: true,
    description: 'The day from which it is erased, if the clock has started (ISO 8601 date).',
  })
  keptUntil?: string | null;
}

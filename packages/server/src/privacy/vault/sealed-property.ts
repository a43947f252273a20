import { type EntityMetadata, type EntityProperty, type Platform, p, Type } from '@mikro-orm/core';
import { type SealedFieldName, sealedField } from './field-registry.ts';
import { Sealed } from './sealed.ts';

/** Stores a `Sealed` as its bytes; compares by ciphertext, so that a flush that changed nothing updates nothing. */
export class SealedType extends Type<Sealed<unknown> | null, Buffer | null> {
  readonly field: SealedFieldName;

  constructor(field: SealedFieldName) {
    super();
    this.field = field;
  }

  override convertToDatabaseValue(value: Sealed<unknown> | Buffer | null): Buffer | null {
    if (value === null || value === undefined) return null;
    if (value instanceof Sealed) return value.bytes;
    if (Buffer.isBuffer(value)) return value;
    throw new TypeError(`The sealed field ${this.field} takes a Sealed value only.`);
  }

  override convertToJSValue(value: Buffer | Sealed<unknown> | null): Sealed<unknown> | null {
    if (value === null || value === undefined || value instanceof Sealed) return value ?? null;
    return new Sealed(value);
  }

  override compareAsType(): string {
    return 'Buffer';
  }

  override ensureComparable(): boolean {
    return false;
  }

  override getColumnType(_property: EntityProperty, platform: Platform): string {
    return platform.getBlobDeclarationSQL();
  }

  override get runtimeType(): string {
    return 'Sealed';
  }
}

/**
 * A sealed property of an entity: `email: sealedProperty<string>('order.email')`, `.nullable()` if it may be missing. The entity
 * also has `id` (UUIDv7, made by the application) and `subjectId`.
 */
export function sealedProperty<T>(field: SealedFieldName) {
  sealedField(field);
  return p.type(new SealedType(field)).$type<Sealed<T>>();
}

/** The sealed properties of an entity, with the field each holds. */
export function sealedPropertiesOf<T extends object>(
  meta: EntityMetadata<T>,
): { property: string; field: SealedFieldName }[] {
  return meta.props.flatMap((prop) =>
    prop.customType instanceof SealedType ? [{ property: prop.name, field: prop.customType.field }] : [],
  );
}

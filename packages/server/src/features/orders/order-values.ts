import type { Money } from '@barrier/schema/market/market.type.ts';
import type { OrderLine, PersonalOrderLines } from '@barrier/schema/orders/order.type.ts';
import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import type { AccessSession } from '../../privacy/access/access-session.ts';
import type { Sealed } from '../../privacy/vault/sealed.ts';
import { answerAddressParts } from '../addresses/answer-address-parts.ts';
import { formatAddress } from '../addresses/format-address.ts';
import { keptUntil, type OrderClocks } from './kept-until.ts';
import type { Order } from './order.entity.ts';
import type { OrderContentLine } from './order-content.ts';

// What a resolver of a `@personal` field returns: the access session is asked at the door (D7), with what only the order knows.

/** A text of an order or of its payment, with the day until which it is kept. */
export class OrderText {
  constructor(
    private readonly clocks: OrderClocks,
    private readonly sealed: Sealed<string> | null | undefined,
  ) {}

  answerPersonal(session: AccessSession, mark: PersonalMark, coordinate: string) {
    return session.answer(this.sealed, mark, coordinate, { keptUntil: keptUntil(this.clocks, mark.category) });
  }
}

/** The delivery address of an order, as it is written on a parcel there. */
export class OrderAddress {
  constructor(
    private readonly clocks: OrderClocks,
    private readonly order: Order,
  ) {}

  answerPersonal(session: AccessSession, mark: PersonalMark, coordinate: string) {
    const { address, countryCode } = this.order;
    return session.answerAddress(address, mark, coordinate, {
      countryCode,
      keptUntil: keptUntil(this.clocks, mark.category),
      format: (opened) => formatAddress(opened).join('\n'),
    });
  }
}

/** The delivery address of an order in the parts of its form. */
export class OrderAddressParts {
  constructor(
    private readonly clocks: OrderClocks,
    private readonly order: Order,
  ) {}

  answerPersonal(session: AccessSession, mark: PersonalMark, coordinate: string) {
    const kept = keptUntil(this.clocks, mark.category);
    return answerAddressParts(session, this.order.address, mark, coordinate, kept);
  }
}

/** The lines of an order. */
export class OrderLines {
  constructor(
    private readonly clocks: OrderClocks,
    private readonly order: Order,
  ) {}

  async answerPersonal(
    session: AccessSession,
    mark: PersonalMark,
    coordinate: string,
  ): Promise<PersonalOrderLines | null> {
    const { content, currency } = this.order;
    const kept = keptUntil(this.clocks, mark.category);
    const answer = await session.openNow(content, mark, coordinate, { keptUntil: kept });
    if (!answer) return null;
    const { value, ...decision } = answer;
    return { ...decision, items: value ? value.lines.map((line) => viewLine(line, currency)) : null };
  }
}

function viewLine(
  { title, variantTitle, quantity, unitPrice, linePrice }: OrderContentLine,
  currency: Money['currency'],
): OrderLine {
  const money = (amount: number) => ({ amount, currency });
  return { title, variantTitle, quantity, unitPrice: money(unitPrice), linePrice: money(linePrice) };
}

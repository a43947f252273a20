import { AddressForm } from '@barrier/schema/checkout/address-form.type.ts';
import { DestinationArgs, LanguageArgs, MarketArgs } from '@barrier/schema/checkout/checkout.args.ts';
import { Country } from '@barrier/schema/checkout/country.type.ts';
import { DeliveryOffer } from '@barrier/schema/checkout/delivery-offer.type.ts';
import { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import { PlaceOrderPayload } from '@barrier/schema/checkout/place-order.result.ts';
import { ShippingOption } from '@barrier/schema/checkout/shipping-option.type.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { CheckoutContext } from './checkout-context.ts';
import { describeAddressForm, listCountries, listDeliveryOffers, listShippingOptions } from './describe-destination.ts';
import { placeOrder } from './place-order.ts';

/** From a cart to an order. */
@Resolver()
export class CheckoutResolver {
  @Query(() => [Country], { description: 'The countries that the shop delivers to.' })
  countries(@Args(() => LanguageArgs) { language }: LanguageArgs): Country[] {
    return listCountries(language);
  }

  @Query(() => AddressForm, { description: 'How an address is written in a country.' })
  addressForm(@Args(() => DestinationArgs) { countryCode, language }: DestinationArgs): AddressForm {
    return describeAddressForm(countryCode, language);
  }

  @Query(() => [DeliveryOffer], { description: 'The ways of delivery within a market, without asking where to.' })
  deliveryOffers(@Args(() => MarketArgs) { market, language }: MarketArgs): DeliveryOffer[] {
    return listDeliveryOffers(market, language);
  }

  @Query(() => [ShippingOption], { description: "The ways of delivery to a country, priced for the request's cart." })
  shippingOptions(
    @Args(() => DestinationArgs) { countryCode, language }: DestinationArgs,
    @Ctx() context: CheckoutContext,
  ): Promise<ShippingOption[]> {
    return listShippingOptions(context, countryCode, language);
  }

  @NonPersonal('Each field of what it answers is marked.')
  @Mutation(() => PlaceOrderPayload, {
    description:
      'Places an order from the cart. Send the header Idempotency-Key, so that a repeated request gives the same order.',
  })
  placeOrder(
    @NonPersonal('Each of its fields is marked.')
    @Arg('input', () => PlaceOrderInput, { description: 'All that is needed, and nothing else (P2.1).' })
    input: PlaceOrderInput,
    @Ctx() context: CheckoutContext,
  ): Promise<PlaceOrderPayload> {
    return placeOrder(context, input);
  }
}

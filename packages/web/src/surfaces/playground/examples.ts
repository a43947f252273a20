/** A tab of the playground that shows by doing. */
export interface Example {
  readonly query: string;
  readonly variables?: string;
  readonly headers?: string;
}

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** The worked examples, from reading to ordering; `variantId` names something that can be bought. */
export function workedExamples(variantId: string, idempotencyKey: string): Example[] {
  return [
    {
      query: `# A list as the shop shows it, with its facets:
# the counts of a facet ignore its own selection.
query ListProducts($filter: ProductFilter) {
  products(
    first: 12
    filter: $filter
    sort: PRICE_ASC
    language: EN
    market: EU
  ) {
    totalCount
    nodes {
      slug
      title
      subtitle
      priceFrom { amount currency }
      variants {
        id
        title
        stock
        price { amount currency }
        unitPrice { amount currency }
      }
    }
    pageInfo { hasNextPage endCursor }
    facets { key values { value label count selected } }
  }
}
`,
      variables: json({ filter: { skinType: ['SENSITIVE'], freeFrom: ['FRAGRANCE'] } }),
    },
    {
      query: `# Search forgives typing errors and finds
# what begins with the words.
query SearchProducts($query: String!) {
  products(query: $query, first: 5) {
    totalCount
    nodes { slug title }
  }
  searchSuggestions(query: $query) {
    products { title }
    ingredients { inci commonName }
    collections { title }
  }
}
`,
      variables: json({ query: 'sreum' }),
    },
    {
      query: `# The cart is the browser's own, held by a cookie that
# knows no person. Other clients send the token they
# are given once as the header Cart-Token.
mutation AddToCart($variantId: ID!) {
  addToCart(variantId: $variantId, quantity: 1, language: EN, market: EU) {
    cart {
      totalQuantity
      lines { id quantity product { title } linePrice { amount currency } }
      total { amount currency }
      freeShippingRemaining { amount currency }
    }
    userErrors { code message path }
    cartToken
  }
}
`,
      variables: json({ variantId }),
    },
    {
      query: `# Places an order for what is in the cart. Put a card
# number into a field and it is refused before anything
# is stored. The header Idempotency-Key makes sure that
# sending this twice places one order.
mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    order {
      number
      state
      total { amount currency }
      recipientName { access text }
    }
    paymentUrl
    trackingToken
    userErrors { code message path }
  }
}
`,
      variables: json({
        input: {
          email: 'testa@example.org',
          recipientName: 'Testa Mustermann',
          address: { countryCode: 'DE', addressLine1: 'Beispielweg 1', postalCode: '12345', city: 'Musterstadt' },
          shippingOptionId: 'standard',
          language: 'EN',
        },
      }),
      headers: json({ 'Idempotency-Key': idempotencyKey }),
    },
    {
      query: `# Follows the order by the token that placing it gave.
# What is personal is masked until a mailed code has
# proven who asks: requestOrderCode, then proveOrder.
query FollowOrder($token: String!) {
  order(token: $token) {
    number
    state
    payableUntil
    recipientName { access text }
    address { access text countryCode }
  }
}
`,
      variables: json({ token: '' }),
    },
    {
      query: `# Everything the shop can hold about a person,
# computed from the schema itself.
query DataMap {
  dataMap(language: EN) {
    category
    description
    purposes { purpose description groundDescription }
    seenBy
    kept
    entersAt
  }
}
`,
    },
  ];
}

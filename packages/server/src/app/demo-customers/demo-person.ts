/** The customer of the demo, who is nobody: how they sign in stands in what a terminal shows at the start. */
export const DEMO_PERSON = {
  email: 'testa.mustermann@example.com',
  password: 'moss-lamp-teacup',
  name: 'Testa Mustermann',
} as const;

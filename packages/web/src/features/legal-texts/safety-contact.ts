/** Where to report that a product harms or is faulty, and to ask about a recall. */
export const SAFETY_CONTACT = 'safety@barrier.example';

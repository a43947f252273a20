import { defineConfig } from 'vitest/config';
import journeys, { LONG } from './vitest.config.ts';

/** Every page in the narrowest window, and whatever the seller is: it finds little and takes long. */
export default defineConfig({ test: { ...journeys.test, name: 'long browser', include: [LONG], exclude: [] } });

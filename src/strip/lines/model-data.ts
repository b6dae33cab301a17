import type { ForestData } from './forest.js';

export const MODEL: ForestData = { features: [], thresholds: '', trees: '' };

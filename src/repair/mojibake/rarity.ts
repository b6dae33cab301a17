import { PAGES } from './pages.js';

/** The place of the lowest bit. */
export function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

let lastGroup = 0;
let lastIndex = 0;
let lastPage = 0;

/** Of pages the least rare; of equals `index` or else the first. */
export function leastRare(index: number, group: number): number {
  if (group === lastGroup && index === lastIndex) return lastPage;
  let least = index;
  for (let left = group; left !== 0; left &= left - 1) {
    const other = lowest(left);
    if (rarityOf(other) < rarityOf(least)) least = other;
  }
  lastGroup = group;
  lastIndex = index;
  lastPage = least;
  return least;
}

export function rarityOf(page: number): number {
  return PAGES[page]?.rarity ?? 0;
}

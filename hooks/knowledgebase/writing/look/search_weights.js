/* The search, second: from where the words of a question stand to results in order. How much a word tells of an entry stands
   in the postings, as writing/search/postings.py writes them; how rare the word is follows from them. */

const SEVERAL = 65536;  // more passages than an entry has
const WEAK = 0.2;  // results below this share of the best one are left out

/* The spots (entry * SEVERAL + passage, 0 for the head) of one word with its weight there; of several words for it, the
   heaviest counts. */
function weightsOf(found) {
  const weights = new Map();
  for (const { postings, worth, name } of found) {
    const [told, all] = postings.split("|").reverse();
    const places = [...told.matchAll(/(-?)(\d*)([@-Z])/g)];
    const heft = worth * (name ? index.named : rarity(Number(all) || places.filter(([, hyphen]) => !hyphen).length));
    let [entry, passage] = [-1, 0];
    for (const [, hyphen, number, letter] of places) {
      [entry, passage] = hyphen ? [entry, Number(number)] : [entry + Number(number || 1), 0];
      if (letter !== "@") heavier(weights, entry * SEVERAL + passage, heft * index.weights[letter.charCodeAt(0) - 65]);
    }
  }
  return weights;
}

/* What a word gains for standing in so few of all entries: the measure that writing/search/weights.py names. */
function rarity(entries) {
  return Math.log(1 + (index.count - entries + 0.5) / (entries + 0.5));
}

function heavier(weights, spot, weight) {
  if (weight > (weights.get(spot) || 0)) weights.set(spot, weight);
}

/* Adds the weights of one more word to the results: an entry has the words found anywhere in it, and its spots. */
function add(weights, results) {
  const entries = new Set();
  for (const [spot, weight] of weights) {
    const [entry, passage] = [Math.floor(spot / SEVERAL), spot % SEVERAL];
    if (!results.has(entry)) results.set(entry, { entry, words: 0, spots: new Map() });
    const spots = results.get(entry).spots;
    const sum = spots.get(passage) || { passage, weight: 0, words: 0 };
    spots.set(passage, { passage, weight: sum.weight + weight, words: sum.words + 1 });
    entries.add(entry);
  }
  for (const entry of entries) results.get(entry).words++;
}

/* The best first: the weight of the head and of the heaviest passage, halved for an entry that has no word asked for and
   whole for one that has all; then what an entry weighs for being named just so. Weak ones are left out. A passage is
   shown if it has more than half of the words. */
function ranked(results, asked, named) {
  const scored = [...results.values()].map(function ({ entry, words, spots }) {
    const { passage, weight, words: inPassage } = heaviestPassage(spots);
    const found = ((spots.get(0)?.weight || 0) + weight) * (1 + words / asked) / 2;
    const score = found + (named.get(entry * SEVERAL) || 0);
    return { entry, found, score, passage: inPassage * 2 > asked ? passage : 0 };
  });
  const best = scored.reduce((most, result) => Math.max(most, result.found), 0);
  const kept = scored.filter((result) => result.found >= WEAK * best);
  return kept.sort((one, other) => other.score - one.score || one.entry - other.entry);
}

function heaviestPassage(spots) {
  let best = { passage: 0, weight: 0, words: 0 };
  for (const spot of spots.values()) if (spot.passage && spot.weight > best.weight) best = spot;
  return best;
}

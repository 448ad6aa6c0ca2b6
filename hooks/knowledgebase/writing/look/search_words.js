/* The search, first: a question into words, as writing/search/words.py takes texts apart, and words to where they stand.
   A word that stands nowhere is taken for those that are most like it. */

const MOST_WORDS = 12;  // of a question
const SHORTEST_BEGINNING = 3;  // letters after which a word that is still being typed is taken for longer ones
const ENDINGS = /^(e|s|es|ed|d|ing|er|ers|r|rs|ly|y|ies|ied|ness|ion|ions|al|ally|ity)?$/;
const WORTH = { longer: 0.7, otherEnding: 0.9, oneSlip: 0.8, twoSlips: 0.5, sameBeginning: 0.5 };  // of the word itself: 1

function wordsOf(text) {
  const plain = text.toLowerCase().replace(/['’ʼ]s(?![\p{L}\p{N}_])/gu, "").replace(/['’ʼ]/g, "");
  const unaccented = plain.normalize("NFKD").replace(/\p{M}/gu, "");
  const bare = unaccented.replace(/[^\x00-\x7f]/g, (letter) => index.letters[letter] || letter);
  const initials = /(?<![\p{L}\p{N}])\p{L}(?:[/&]\p{L}(?![\p{L}\p{N}]))+/gu;
  const words = bare.replace(initials, (found) => found.replace(/[/&]/g, "")).match(/[\p{L}\p{N}]+/gu) || [];
  return [...new Set(words)].filter((word) => word.length > 1 && !index.stop.has(word)).slice(0, MOST_WORDS);
}

function beginningOf(word) {
  return index.words.filter((beginning) => word.startsWith(beginning)).pop();  // they are sorted: the last is the longest
}

async function dictionary(beginning) {
  return (await everything(beginning)).filter((one) => !one.name);
}

/* The words of a part, and whole names, which end in "=". */
async function everything(beginning) {
  const texts = await part(`words-${encodeURIComponent(beginning).replaceAll("%", "_")}`);
  const held = (word, postings) => ({ word, postings, worth: 1, name: word.endsWith("=") });
  return texts.flatMap((text, n) => (n % 2 ? [] : text.split(" ").map((word) => held(word, texts[n + 1]))));
}

async function dictionaries(beginnings) {
  return (await Promise.all([...new Set(beginnings)].map(dictionary))).flat();
}

/* What bears the words of a question as its whole name. */
async function namedJust(words) {
  const whole = `${words.join("-")}=`;
  return (await everything(beginningOf(whole))).filter((one) => one.word === whole);
}

async function lookUp(word, unfinished) {
  const own = await dictionary(beginningOf(word));
  const same = own.filter((other) => other.word === word);
  const found = unfinished && word.length >= SHORTEST_BEGINNING ? [...same, ...(await longer(word, own))] : same;
  if (found.length > 0 || word.length < 4 || /\d/.test(word)) return { word, unfinished, known: found.length > 0, found };
  const near = alike(word, own);
  return { word, unfinished, known: false, found: near.length ? near : alike(word, await dictionaries(nearBy(word))) };
}

async function longer(word, own) {
  const inside = index.words.filter((beginning) => beginning !== word && beginning.startsWith(word)).slice(0, 3);
  const others = [...own, ...(await dictionaries(inside))].filter((one) => one.word !== word && one.word.startsWith(word));
  const shortest = others.sort((one, other) => one.word.length - other.word.length).slice(0, 8);
  return shortest.map((one) => ({ ...one, worth: WORTH.longer }));
}

/* The parts in which a word may stand if there is a slip in its beginning. */
function nearBy(word) {
  const swapped = beginningOf(word[1] + word[0] + word.slice(2));
  const near = (name) => [-1, 0, 1].some((more) => slips(name, word.slice(0, name.length + more)) <= 1);
  return [swapped, ...index.words.filter((name) => name[0] === word[0] && near(name)).slice(0, 5)];
}

function alike(word, others) {
  const measured = others.map((other) => ({ ...other, worth: likeness(word, other.word) }));
  const best = measured.reduce((most, other) => Math.max(most, other.worth), 0);
  return measured.filter((other) => best > 0 && other.worth === best);
}

function likeness(word, other) {
  const same = sharedBeginning(word, other);
  if (same >= 4 && ENDINGS.test(word.slice(same)) && ENDINGS.test(other.slice(same))) return WORTH.otherEnding;
  const allowed = word.length > 7 ? 2 : 1;
  const made = Math.abs(word.length - other.length) > allowed ? allowed + 1 : slips(word, other);
  if (made <= allowed) return made === 1 ? WORTH.oneSlip : WORTH.twoSlips;
  return same >= 4 && same * 2 >= word.length ? (WORTH.sameBeginning * same) / Math.max(word.length, other.length) : 0;
}

function sharedBeginning(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return same;
}

/* How many slips lie between two words: a letter put in, left out or changed, or two neighbours swapped. */
function slips(one, other) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}
